"""What is to outlive the process, as small files of a folder that only its owner may read."""

from bot.adapters.state_folder.actions import ActionFile
from bot.adapters.state_folder.communities import CommunityFolder
from bot.adapters.state_folder.exchanges import ExchangeFile
from bot.adapters.state_folder.installations import InstallationFolder
from bot.adapters.state_folder.registrations import RegistrationFolder

__all__ = ["ActionFile", "CommunityFolder", "ExchangeFile", "InstallationFolder", "RegistrationFolder"]
