"""Why a command could not do what it was asked, for the person who asked."""


class WellledError(Exception):
    """The command cannot go on; `exit_code` is what it leaves the shell with.

    Each argument is one line of what to tell the person.
    """

    exit_code = 2

    @property
    def lines(self) -> tuple[str, ...]:
        """Give what to tell the person, line by line."""
        return tuple(map(str, self.args))


class UsageFaultError(WellledError):
    """What was typed on the command line, or stands in the config, cannot be followed."""


class UnreadableError(WellledError):
    """The bytes of a file cannot be had."""


class UnwritableError(WellledError):
    """A file cannot be written; what was in it before is kept."""


class NothingFoundError(WellledError):
    """No assessment file was found where one was looked for."""

    exit_code = 3


class NotImportableError(WellledError):
    """The bytes are not what an importer can read; the message says what was expected."""
