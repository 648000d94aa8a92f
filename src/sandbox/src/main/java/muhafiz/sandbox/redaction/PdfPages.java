package muhafiz.sandbox.redaction;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import muhafiz.inspect.redaction.Mark;
import muhafiz.inspect.redaction.Marks;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Draws the pages of a PDF. */
final class PdfPages {
    private static final int POINTS = 72;

    private PdfPages() {}

    /** @return how many of the words were met */
    static int redact(Path document, Marks marks, ImagePdf made) throws IOException, RefusedException {
        try (PDDocument pdf = Loader.loadPDF(document.toFile(), IOUtils.createMemoryOnlyStreamCache())) {
            check(pdf, marks);
            PDAcroForm form = pdf.getDocumentCatalog().getAcroForm();
            if (form != null) {
                form.flatten();
            }
            PDFRenderer renderer = new PDFRenderer(pdf);
            renderer.setSubsamplingAllowed(true);
            renderer.setAnnotationsFilter(annotation -> false);
            Set<String> met = new HashSet<>();
            for (int page = 0; page < pdf.getNumberOfPages(); page++) {
                List<Rectangle2D> areas = areas(marks, page + 1);
                List<PagePlaces> places = PagePlaces.of(pdf, page);
                for (String word : marks.words()) {
                    List<Rectangle2D> found = places.stream()
                            .flatMap(read -> read.of(word).stream())
                            .toList();
                    if (!found.isEmpty()) {
                        met.add(word);
                        areas.addAll(found);
                    }
                }
                made.add(drawn(renderer, pdf, page), areas);
            }
            return met.size();
        }
    }

    private static void check(PDDocument pdf, Marks marks) throws RefusedException {
        int pages = pdf.getNumberOfPages();
        if (pages == 0) {
            throw new RefusedException("damaged");
        }
        if (pages > ImagePdf.PAGES) {
            throw new RefusedException("too-many-pages");
        }
        if (marks.areas().stream().anyMatch(mark -> mark.page() > pages)) {
            throw new RefusedException("no-such-page");
        }
    }

    static List<Rectangle2D> areas(Marks marks, int page) {
        List<Rectangle2D> areas = new ArrayList<>();
        marks.areas().stream().filter(mark -> mark.page() == page).forEach(mark -> areas.add(area(mark)));
        return areas;
    }

    private static Rectangle2D area(Mark mark) {
        return new Rectangle2D.Double(mark.x(), mark.y(), mark.width(), mark.height());
    }

    private static BufferedImage drawn(PDFRenderer renderer, PDDocument pdf, int number) throws IOException {
        PDPage page = pdf.getPage(number);
        PDRectangle box = page.getCropBox();
        double scale = (double) ImagePdf.DPI / POINTS;
        double pixels = box.getWidth() * scale * box.getHeight() * scale;
        if (pixels > ImagePdf.PIXELS) {
            scale *= Math.sqrt(ImagePdf.PIXELS / pixels);
        }
        return renderer.renderImage(number, (float) scale, ImageType.RGB);
    }
}
