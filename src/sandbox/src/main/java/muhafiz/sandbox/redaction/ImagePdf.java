package muhafiz.sandbox.redaction;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import muhafiz.inspect.frame.Answer;
import muhafiz.sandbox.page.UndrawableException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** A PDF whose pages are pictures, in memory. */
final class ImagePdf implements AutoCloseable {
    /** Of every page. */
    static final int DPI = 150;
    /** Most pages. */
    static final int PAGES = 60;

    private static final int POINTS = 72;
    private static final float QUALITY = 0.8f;

    private final PDDocument pdf = new PDDocument();
    private long length;

    /** Paints over the areas, fractions of the picture, and adds it as a page. */
    void add(BufferedImage picture, List<Rectangle2D> areas) throws IOException, UndrawableException {
        paint(picture, areas);
        PDImageXObject image = JPEGFactory.createFromImage(pdf, picture, QUALITY, DPI);
        length += image.getCOSObject().getLength();
        if (length > Answer.Redacted.LONGEST) {
            throw new UndrawableException("too-large");
        }
        float width = picture.getWidth() * (float) POINTS / DPI;
        float height = picture.getHeight() * (float) POINTS / DPI;
        PDPage page = new PDPage(new PDRectangle(width, height));
        pdf.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
            content.drawImage(image, 0, 0, width, height);
        }
    }

    private static void paint(BufferedImage picture, List<Rectangle2D> areas) {
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.BLACK);
        for (Rectangle2D area : areas) {
            int left = (int) Math.floor(area.getMinX() * picture.getWidth());
            int top = (int) Math.floor(area.getMinY() * picture.getHeight());
            int right = (int) Math.ceil(area.getMaxX() * picture.getWidth());
            int bottom = (int) Math.ceil(area.getMaxY() * picture.getHeight());
            pen.fillRect(left, top, right - left, bottom - top);
        }
        pen.dispose();
    }

    int pages() {
        return pdf.getNumberOfPages();
    }

    byte[] bytes() throws IOException, UndrawableException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        pdf.save(out);
        if (out.size() > Answer.Redacted.LONGEST) {
            throw new UndrawableException("too-large");
        }
        return out.toByteArray();
    }

    @Override
    public void close() throws IOException {
        pdf.close();
    }
}
