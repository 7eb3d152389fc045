"""What the shell may complete: ratings, rules, frameworks."""

from collections.abc import Callable, Iterator, Sequence

from wellled_cli.model.rating import Rating


def one_of(names: Sequence[str]) -> Callable[[str], Iterator[str]]:
    """Complete with the names that begin so."""
    return lambda incomplete: (name for name in names if name.startswith(incomplete))


def ratings(incomplete: str) -> Iterator[str]:
    """Give the ratings that begin so, with a hyphen for the space."""
    names = (rating.value.replace(" ", "-") for rating in Rating if rating is not Rating.NOT_RATED)
    return (name for name in names if name.startswith(incomplete.casefold()))


def rules(incomplete: str) -> Iterator[str]:
    """Give the rules, ours and those of the frameworks, that begin so."""
    from wellled_cli.flag.manual import levelled_rules
    from wellled_cli.frameworks.catalogue import framework_ids, shipped
    from wellled_cli.model.fault_rules import FAULT_RULES

    published = [rule for name in framework_ids() for rule in shipped(name).rules]
    names = dict.fromkeys([*levelled_rules(), *FAULT_RULES, *published])
    return (name for name in names if name.startswith(incomplete))


def frameworks(incomplete: str) -> Iterator[str]:
    """Give the frameworks whose id begins so."""
    from wellled_cli.frameworks.catalogue import framework_ids

    return (name for name in framework_ids() if name.startswith(incomplete))
