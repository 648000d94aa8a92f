package muhafiz.paper;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;

/** A PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1): its font, its colours, its order and its description are in it. One thread; kept in memory only. */
final class ArchivalPdf implements AutoCloseable {
    private static final float VERSION = 1.7f;
    private static final String SRGB = "sRGB IEC61966-2.1";
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final COSName ASSOCIATED = COSName.getPDFName("AF");
    private static final COSName RELATIONSHIP = COSName.getPDFName("AFRelationship");

    private final PDDocument document = new PDDocument();
    private final PDFont font;
    private final Instant at;

    /**
     * Begins an empty one.
     *
     * @param id of what it tells; the same id and the same content are the same bytes
     * @param at when what it tells was done, in whole seconds
     */
    ArchivalPdf(UUID id, Instant at, String title) throws IOException {
        this.at = at;
        document.setVersion(VERSION);
        document.setDocumentId(id.getMostSignificantBits());
        document.getDocumentCatalog().setLanguage("az");
        describe(title);
        colours();
        try (InputStream file = Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT), FONT)) {
            font = PDType0Font.load(document, file, true);
        }
    }

    PDDocument document() {
        return document;
    }

    PDFont font() {
        return font;
    }

    private void describe(String title) throws IOException {
        PDMetadata metadata = new PDMetadata(document);
        metadata.importXMPMetadata(new Description(title, at).xmp().getBytes(StandardCharsets.UTF_8));
        document.getDocumentCatalog().setMetadata(metadata);
    }

    private void colours() throws IOException {
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        PDOutputIntent intent = new PDOutputIntent(document, new ByteArrayInputStream(profile));
        intent.setInfo(SRGB);
        intent.setOutputCondition(SRGB);
        intent.setOutputConditionIdentifier(SRGB);
        intent.setRegistryName("http://www.color.org");
        document.getDocumentCatalog().addOutputIntent(intent);
    }

    /** Puts a file into it that says the same in another form. */
    void attach(String name, String mediaType, byte[] bytes) throws IOException {
        GregorianCalendar then = GregorianCalendar.from(at.atZone(ZoneOffset.UTC));
        PDEmbeddedFile file = new PDEmbeddedFile(document, new ByteArrayInputStream(bytes), COSName.FLATE_DECODE);
        file.setSubtype(mediaType);
        file.setSize(bytes.length);
        file.setCreationDate(then);
        file.setModDate(then);
        PDComplexFileSpecification place = new PDComplexFileSpecification();
        place.setFile(name);
        place.setFileUnicode(name);
        place.setFileDescription(name);
        place.setEmbeddedFile(file);
        place.setEmbeddedFileUnicode(file);
        place.getCOSObject().setName(RELATIONSHIP, "Source");
        PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
        files.setNames(Map.of(name, place));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(files);
        document.getDocumentCatalog().setNames(names);
        COSArray associated = new COSArray(List.of(place.getCOSObject()));
        document.getDocumentCatalog().getCOSObject().setItem(ASSOCIATED, associated);
    }

    byte[] bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        try {
            document.close();
        } catch (IOException e) {
            throw new UncheckedIOException("a document in memory can always be closed", e);
        }
    }
}
