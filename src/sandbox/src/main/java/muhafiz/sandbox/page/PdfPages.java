package muhafiz.sandbox.page;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** The pages of a PDF. */
public final class PdfPages implements Pages {
    private final PDDocument pdf;
    private final PDFRenderer renderer;
    private final int count;

    private PdfPages(PDDocument pdf) throws UndrawableException {
        this.pdf = pdf;
        this.renderer = new PDFRenderer(pdf);
        this.count = pdf.getNumberOfPages();
        renderer.setSubsamplingAllowed(true);
        if (count < 1) {
            throw new UndrawableException("damaged");
        }
        if (count > MOST) {
            throw new UndrawableException("too-many-pages");
        }
    }

    static PdfPages of(Path document) throws IOException, UndrawableException {
        try {
            PDDocument pdf = Loader.loadPDF(document.toFile(), IOUtils.createMemoryOnlyStreamCache());
            try {
                return new PdfPages(pdf);
            } catch (UndrawableException | RuntimeException e) {
                pdf.close();
                throw e;
            }
        } catch (InvalidPasswordException e) {
            throw new UndrawableException("encrypted");
        }
    }

    public PDDocument document() {
        return pdf;
    }

    @Override
    public boolean isScan(int page, long mostPixels) throws IOException {
        PDResources resources = pdf.getPage(page - 1).getResources();
        if (resources == null || resources.getFontNames().iterator().hasNext()) {
            return false;
        }
        long pixels = 0;
        for (COSName name : resources.getXObjectNames()) {
            if (!(resources.getXObject(name) instanceof PDImageXObject picture)
                    || picture.getStream().getFilters().contains(COSName.JPX_DECODE)) {
                return false;
            }
            pixels += (long) picture.getWidth() * picture.getHeight();
        }
        return pixels > 0 && pixels <= mostPixels;
    }

    /** From now on form fields are part of their pages, and whatever else was laid over a page is not drawn. */
    public void leaveNotesOut() throws IOException {
        PDAcroForm form = pdf.getDocumentCatalog().getAcroForm();
        if (form != null) {
            form.flatten();
        }
        renderer.setAnnotationsFilter(annotation -> false);
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public BufferedImage drawn(int page, Detail detail) throws IOException, UndrawableException {
        PDRectangle box = pdf.getPage(page - 1).getCropBox();
        double scale = detail.perPoint(box.getWidth(), box.getHeight());
        ImageIO.setUseCache(false);
        return renderer.renderImage(page - 1, (float) scale, ImageType.RGB);
    }

    @Override
    public void close() throws IOException {
        pdf.close();
    }
}
