"""A small community's examples, for the tests of the matcher."""

EXAMPLES = {
    "cost": (
        "how much does {certification} cost",
        "what is the price of {certification}",
        "what do i pay for {certification}",
        "is {certification} expensive",
        "how many dollars is the exam",
    ),
    "duration": (
        "how long does it take to study for {certification}",
        "how many weeks should i plan for {certification}",
        "how much time do i need to prepare",
        "how many hours of study is {certification}",
    ),
    "renewal": (
        "how do i renew {certification}",
        "does {certification} expire",
        "when do i have to recertify",
        "how many years is {certification} valid",
    ),
    "difficulty": (
        "how hard is {certification}",
        "is {certification} difficult for a beginner",
        "what is the pass rate",
        "do many people fail {certification}",
    ),
    "cheating": (
        "where can i find exam dumps",
        "send me the real exam questions",
        "can someone take the exam for me",
    ),
    "greeting": ("hello", "good morning everyone", "hi there bot"),
    "thanks": ("thank you so much", "thanks that helped", "great answer"),
    "remote": (
        "can i take {certification} from home",
        "is there an online proctored exam",
        "do i need a webcam for the exam at home",
    ),
}
