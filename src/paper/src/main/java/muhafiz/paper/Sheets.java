package muhafiz.paper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** Lines of text from top to bottom, on as many sheets of A4 as it takes. One thread; {@link #close} ends the last sheet. */
final class Sheets implements AutoCloseable {
    private static final PDRectangle SIZE = PDRectangle.A4;
    private static final float MARGIN = 50;
    private static final float LEADING = 1.35f;
    private static final float FOOT = 8;
    private static final int UNITS = 1000; // of a font's widths, per size

    private final ArchivalPdf pdf;
    private final Tags tags;
    private final String foot;
    private PDPage sheet;
    private PDPageContentStream page;
    private float y;
    private int number;

    /** @param foot what every sheet says at its end, before its number; not read aloud */
    Sheets(ArchivalPdf pdf, String foot) throws IOException {
        this.pdf = pdf;
        this.tags = new Tags(pdf.document());
        this.foot = foot;
        this.sheet = new PDPage(SIZE);
        this.page = begin();
    }

    private PDPageContentStream begin() throws IOException {
        pdf.document().addPage(sheet);
        tags.sheet(sheet);
        number++;
        y = SIZE.getHeight() - MARGIN;
        PDPageContentStream begun = new PDPageContentStream(pdf.document(), sheet);
        begun.beginMarkedContent(COSName.ARTIFACT);
        write(begun, foot + " · " + number, FOOT, MARGIN / 2);
        begun.endMarkedContent();
        return begun;
    }

    /** What follows is in that language. */
    void language(String language) {
        tags.language(language);
    }

    void title(String text, float size) throws IOException {
        add(Tags.Role.TITLE, size, text);
    }

    void heading(String text, float size) throws IOException {
        add(Tags.Role.HEADING, size, text);
    }

    /** A text of that size in points, in as many lines as it takes. */
    void text(String text, float size) throws IOException {
        add(Tags.Role.TEXT, size, text);
    }

    /** One text whose parts begin a line each. */
    void lines(float size, String... parts) throws IOException {
        add(Tags.Role.TEXT, size, parts);
    }

    private void add(Tags.Role role, float size, String... parts) throws IOException {
        PDStructureElement element = tags.element(role);
        boolean isOpen = false;
        for (String part : parts) {
            for (String line : wrapped(part, size)) {
                y -= size * LEADING;
                if (y < MARGIN) {
                    end(isOpen);
                    isOpen = false;
                    sheet = new PDPage(SIZE);
                    page = begin();
                    y -= size * LEADING;
                }
                if (!isOpen) {
                    page.beginMarkedContent(COSName.getPDFName(role.type()), tags.content(element, sheet));
                    isOpen = true;
                }
                write(page, line, size, y);
            }
        }
        page.endMarkedContent();
    }

    private void end(boolean isOpen) throws IOException {
        if (isOpen) {
            page.endMarkedContent();
        }
        page.close();
    }

    void gap(float points) {
        y -= points;
    }

    private List<String> wrapped(String text, float size) throws IOException {
        float widest = SIZE.getWidth() - 2 * MARGIN;
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && font().getStringWidth(longer) / UNITS * size > widest) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private void write(PDPageContentStream to, String line, float size, float height) throws IOException {
        to.beginText();
        to.setFont(font(), size);
        to.newLineAtOffset(MARGIN, height);
        to.showText(line);
        to.endText();
    }

    private PDFont font() {
        return pdf.font();
    }

    @Override
    public void close() throws IOException {
        page.close();
        tags.close();
    }
}
