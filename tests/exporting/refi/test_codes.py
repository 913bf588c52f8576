from xml.etree.ElementTree import fromstring

from sensecli.exporting.refi import codebook_qdc
from sensecli.model import Codebook, Kind, Node
from tests.exporting.made import an_analysis
from tests.exporting.refi.opened import P, project_of

C = "{urn:QDA-XML:codebook:1.0}"

BOOK = Codebook(
    id="tiny",
    label="Tiny",
    codes=(
        Node(
            id="group",
            label="Group",
            kind=Kind.THEME,
            codes=(
                Node(
                    id="people",
                    label="People & trust",
                    color="#5e3c99",
                    definition="First line.\nId: second line.",
                    proposition="People come first.",
                    include=("carers",),
                    exclude=("patients",),
                ),
            ),
        ),
    ),
)


def test_the_codebook_keeps_its_tree_and_colours() -> None:
    root = fromstring(codebook_qdc(an_analysis(codebook=BOOK)))  # noqa: S314 - our own file
    (group,) = root.findall(f"{C}Codes/{C}Code")
    (code,) = group.findall(f"{C}Code")
    assert (group.get("isCodable"), code.get("isCodable")) == ("false", "true")
    assert (code.get("name"), code.get("color")) == ("People & trust", "#5e3c99")


def test_a_description_tells_what_the_code_means() -> None:
    root = fromstring(codebook_qdc(an_analysis(codebook=BOOK)))  # noqa: S314 - our own file
    assert root.findtext(f"{C}Codes/{C}Code/{C}Code/{C}Description") == (
        "Definition: First line.\n  Id: second line.\nProposition: People come first.\n"
        "Include: carers\nExclude: patients\nId: people"
    )


def test_a_codebook_alone_has_no_attributes_of_codings() -> None:
    assert b"Stance" not in codebook_qdc(an_analysis(codebook=BOOK))


def test_attributes_are_groups_of_their_own_beside_the_codebook() -> None:
    tops = project_of(an_analysis(codebook=BOOK)).findall(f"{P}CodeBook/{P}Codes/{P}Code")
    assert [one.get("name") for one in tops] == [
        "Group",
        "Stance",
        "Status",
        "Actor",
        "Holder",
        "Prompted",
    ]


def test_a_code_keeps_its_id_when_its_words_change() -> None:
    changed = BOOK.model_copy(
        update={"codes": (BOOK.codes[0].model_copy(update={"label": "Other"}),)}
    )
    ids = [
        project_of(an_analysis(codebook=book)).find(f"{P}CodeBook/{P}Codes/{P}Code")
        for book in (BOOK, changed)
    ]
    assert len({one.get("guid") for one in ids if one is not None}) == 1
