package muhafiz.itest.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import muhafiz.itest.stand.Sample;

/** Files made to hurt whoever reads them; no parser is changed for these. */
final class Traps {
    static final String LETTER = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final int HUGE = 512 << 20; // twice a worker's heap
    private static final String TYPES = """
            <?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
            <Override PartName="/word/document.xml" ContentType="%s.main+xml"/></Types>""".formatted(LETTER);
    private static final String RELATIONS = """
            <?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
            <Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" \
            Target="word/document.xml"/></Relationships>""";
    private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private Traps() {}

    /** A letter (ECMA-376) of half a megabyte whose text unpacks to 512 MiB. */
    static Sample zipBomb() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            entry(zip, "[Content_Types].xml", TYPES);
            entry(zip, "_rels/.rels", RELATIONS);
            entry(zip, "word/document.xml", "<w:document xmlns:w=\"" + WORD + "\"><w:body><w:p><w:r><w:t>");
            spaces(zip);
            zip.write("</w:t></w:r></w:p></w:body></w:document>".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Sample(LETTER, out.toByteArray());
    }

    /** A PDF of a few KiB whose page was deflated twice (ISO 32000-1, 7.4.4) and unpacks to 512 MiB. */
    static Sample pdfBomb() {
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        try (OutputStream twice = deflating(deflating(page))) {
            spaces(twice);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        PdfOfObjects pdf = new PdfOfObjects();
        pdf.object("<</Type/Catalog/Pages 2 0 R>>");
        pdf.object("<</Type/Pages/Count 1/Kids[3 0 R]>>");
        pdf.object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>");
        pdf.object("<</Filter[/FlateDecode/FlateDecode]/Length " + page.size() + ">>\nstream\n"
                + page.toString(StandardCharsets.ISO_8859_1) + "\nendstream ");
        return pdf.sample();
    }

    /** A PDF that is right in every byte and has so many pages. */
    static Sample pdfOfPages(int pages) {
        StringBuilder kids = new StringBuilder();
        for (int page = 0; page < pages; page++) {
            kids.append(page + 3).append(" 0 R ");
        }
        PdfOfObjects pdf = new PdfOfObjects();
        pdf.object("<</Type/Catalog/Pages 2 0 R>>");
        pdf.object("<</Type/Pages/Count " + pages + "/Kids[" + kids + "]>>");
        for (int page = 0; page < pages; page++) {
            pdf.object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>");
        }
        return pdf.sample();
    }

    /** The first bytes of a photo, then rubbish where its size should stand. */
    static Sample brokenJpeg() {
        byte[] photo = Sample.jpeg("broken").bytes();
        byte[] broken = Arrays.copyOf(photo, photo.length);
        Arrays.fill(broken, 20, broken.length, (byte) 0xFF);
        return new Sample("image/jpeg", broken);
    }

    private static OutputStream deflating(OutputStream out) {
        return new DeflaterOutputStream(out, new Deflater(Deflater.BEST_SPEED));
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void spaces(OutputStream out) throws IOException {
        byte[] piece = new byte[1 << 16];
        Arrays.fill(piece, (byte) ' ');
        for (int left = HUGE; left > 0; left -= piece.length) {
            out.write(piece);
        }
    }
}
