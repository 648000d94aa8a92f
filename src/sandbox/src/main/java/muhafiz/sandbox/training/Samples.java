package muhafiz.sandbox.training;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** One small document of each common kind, by media type. */
final class Samples {
    private static final int SIDE = 16;

    private Samples() {}

    static Map<String, byte[]> all() throws IOException {
        Map<String, byte[]> samples = new LinkedHashMap<>();
        samples.put("application/pdf", pdf());
        samples.put("image/jpeg", picture("jpg"));
        samples.put("image/png", picture("png"));
        samples.put("image/tiff", picture("tiff"));
        samples.put("application/vnd.openxmlformats-officedocument.wordprocessingml.document", word());
        samples.put("application/vnd.ms-excel", sheet());
        samples.put("message/rfc822", mail());
        samples.put("text/plain", "Salam".getBytes(StandardCharsets.UTF_8));
        return samples;
    }

    private static byte[] pdf() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                content.newLineAtOffset(72, 700);
                content.showText("Salam");
                content.endText();
                content.drawImage(
                        JPEGFactory.createFromImage(
                                document, new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB)),
                        72,
                        500);
            }
            document.getDocumentInformation().setTitle("Training");
            document.save(out);
        }
        return out.toByteArray();
    }

    private static byte[] picture(String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.setUseCache(false);
        ImageIO.write(new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }

    private static byte[] word() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XWPFDocument document = new XWPFDocument()) {
            document.createParagraph().createRun().setText("Salam");
            document.write(out);
        }
        return out.toByteArray();
    }

    private static byte[] sheet() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            workbook.createSheet().createRow(0).createCell(0).setCellValue("Salam");
            workbook.write(out);
        }
        return out.toByteArray();
    }

    private static byte[] mail() {
        return "From: a@example.org\r\nTo: b@example.org\r\nSubject: Salam\r\nDate: Sun, 22 Nov 2026 10:00:00 +0400\r\n\r\nSalam\r\n"
                .getBytes(StandardCharsets.US_ASCII);
    }
}
