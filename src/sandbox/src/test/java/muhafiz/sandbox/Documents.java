package muhafiz.sandbox;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.Optional;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Small documents of known content, made by PDFBox, ImageIO and POI, and some by hand that no program would make. */
final class Documents {
    private static final int PIECE = 1 << 16;

    private Documents() {}

    static byte[] pdf() throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (int page = 0; page < 3; page++) {
                document.addPage(new PDPage());
            }
            document.getDocumentCatalog().setLanguage("az");
            PDDocumentInformation about = document.getDocumentInformation();
            about.setTitle("Əmək müqaviləsi");
            about.setAuthor("Azər Məmmədov");
            about.setProducer("Muhafiz tests");
            about.setCreationDate(calendar("2026-01-02T03:04:05Z"));
            about.setModificationDate(calendar("2026-02-03T04:05:06Z"));
            return saved(document);
        }
    }

    static byte[] lockedPdf() throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            StandardProtectionPolicy policy = new StandardProtectionPolicy("owner", "user", new AccessPermission());
            policy.setEncryptionKeyLength(256);
            document.protect(policy);
            return saved(document);
        }
    }

    private static byte[] saved(PDDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    private static Calendar calendar(String instant) {
        Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
        calendar.setTimeInMillis(Instant.parse(instant).toEpochMilli());
        return calendar;
    }

    /** Written by hand after ISO 32000-1, 7.5: one object a page, and a cross-reference table that is right. */
    static byte[] pdfOfPages(int pages) {
        StringBuilder kids = new StringBuilder();
        for (int page = 0; page < pages; page++) {
            kids.append(page + 3).append(" 0 R ");
        }
        HandmadePdf pdf = new HandmadePdf();
        pdf.object("<</Type/Catalog/Pages 2 0 R>>");
        pdf.object("<</Type/Pages/Count " + pages + "/Kids[" + kids + "]>>");
        for (int page = 0; page < pages; page++) {
            pdf.object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>");
        }
        return pdf.bytes();
    }

    static byte[] pdfWhosePagesHoldThemselves() {
        HandmadePdf pdf = new HandmadePdf();
        pdf.object("<</Type/Catalog/Pages 2 0 R>>");
        pdf.object("<</Type/Pages/Parent 2 0 R/Count 1/Kids[2 0 R]>>");
        return pdf.bytes();
    }

    static byte[] picture(String format, int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.setUseCache(false);
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }

    static byte[] letter() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XWPFDocument document = new XWPFDocument()) {
            document.createParagraph().createRun().setText("Salam");
            POIXMLProperties.CoreProperties about = document.getProperties().getCoreProperties();
            about.setTitle("Arayış");
            about.setCreator("Leyla");
            about.setCreated(Optional.of(Date.from(Instant.parse("2026-01-02T03:04:05Z"))));
            document.write(out);
        }
        return out.toByteArray();
    }

    static byte[] zip(String name, long length) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            spaces(zip, length);
        }
        return out.toByteArray();
    }

    /** A letter whose text unpacks to 400 MB: more than a worker's heap. */
    static byte[] bomb() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream letter = new ZipInputStream(new ByteArrayInputStream(letter()));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry = letter.getNextEntry(); entry != null; entry = letter.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                byte[] content = letter.readAllBytes();
                if (entry.getName().equals("word/document.xml")) {
                    String text = new String(content, StandardCharsets.UTF_8);
                    int middle = text.indexOf("Salam");
                    zip.write(text.substring(0, middle).getBytes(StandardCharsets.UTF_8));
                    spaces(zip, 400_000_000L);
                    zip.write(text.substring(middle).getBytes(StandardCharsets.UTF_8));
                } else {
                    zip.write(content);
                }
            }
        }
        return out.toByteArray();
    }

    private static void spaces(ZipOutputStream zip, long length) throws IOException {
        byte[] piece = " ".repeat(PIECE).getBytes(StandardCharsets.US_ASCII);
        for (long left = length; left > 0; left -= piece.length) {
            zip.write(piece, 0, (int) Math.min(left, piece.length));
        }
    }
}
