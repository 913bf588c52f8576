"""House templates for tests."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from docx import Document
from docx.enum.section import WD_SECTION
from docx.shared import Inches, Pt
from pptx import Presentation
from pptx.oxml import parse_xml

from tests.exporting.paper import PNG, a_png


def a_word_house(
    folder: Path, *, name: str = "house.docx", content_type: tuple[str, str] | None = None
) -> Path:
    """A template with a cover, a second section, a header, a footer and a heading of its own."""
    house = Document()
    house.styles["Heading 1"].font.size = Pt(31)
    house.sections[0].header.paragraphs[0].text = "House & Co"
    house.sections[0].footer.paragraphs[0].text = "Registered in England"
    house.sections[0].page_width = Inches(7)
    house.add_paragraph("The cover")
    house.add_picture(BytesIO(PNG))
    house.add_section(WD_SECTION.NEW_PAGE)
    house.add_paragraph("Type here")
    house.core_properties.author = "Pat Designer"
    written = BytesIO()
    house.save(written)
    target = folder / name
    with ZipFile(written) as source, ZipFile(target, "w") as made:
        for part in source.namelist():
            content = source.read(part)
            if content_type and part == "[Content_Types].xml":
                before, after = (one.encode() for one in content_type)
                content = content.replace(before, after)
            made.writestr(part, content)
    return target


def a_slides_house(folder: Path, *, name: str = "house.pptx") -> Path:
    """A template of 4:3 with slides of its own, which link to one another, and a section list."""
    house = Presentation()
    house.slide_layouts[1].name = "House content"
    slides = [house.slides.add_slide(house.slide_layouts[n]) for n in (0, 1)]
    slides[0].shapes.title.text_frame.text = "Type here"
    slides[0].notes_slide.notes_text_frame.text = "Speak slowly"
    slides[0].shapes.title.click_action.target_slide = slides[1]
    slides[1].shapes.add_picture(BytesIO(a_png(8, 8)), 0, 0)
    house.core_properties.author = "Pat Designer"
    ids = [one.get("id") for one in house.part._element.sldIdLst]
    house.part._element.append(
        parse_xml(
            '<p:extLst xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main">'
            '<p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"><p14:sectionLst '
            'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">'
            f'<p14:section name="One" id="{{A}}"><p14:sldIdLst><p14:sldId id="{ids[0]}"/>'
            "</p14:sldIdLst></p14:section></p14:sectionLst></p:ext></p:extLst>"
        )
    )
    written = BytesIO()
    house.save(written)
    with ZipFile(written) as source, ZipFile(folder / name, "w") as made:
        for part in source.namelist():
            content = source.read(part)
            if name.endswith(".potx") and part == "[Content_Types].xml":
                content = content.replace(b"presentation.main+xml", b"template.main+xml")
            made.writestr(part, content)
    return folder / name
