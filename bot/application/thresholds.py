"""From which confidence on what is done; tried on ``benchmarks.questions``: docs/architecture.md, Deciding."""

IN_SCOPE = 0.2
"""Below this probability of any intent at all the answer is "I don't know"."""
CONFIDENT = 0.2
"""From this confidence on the best intent is answered without asking back."""
UNHARMFUL = 0.12
"""From this confidence on something is declined as off-topic or unknown: a needless no does little harm."""
SURE = 0.35
"""From this confidence on a written entry is preferred to the facts of a certification that was named."""
FAIRLY_SURE = 0.45
"""The same, where a person's situation is told in two ways."""
VERY_SURE = 0.6
"""The same, where an attribute of the certification is named as well."""
ALMOST_SURE = 0.8
"""The same, where it is told in four ways or more."""
QUITE_SURE, NEARLY_CERTAIN = 0.7, 0.9
"""From these on an aside is one although a certification, or one and an attribute of it, was named."""
CERTAIN = 1.1
"""A bar that no confidence reaches."""
