package muhafiz.sandbox.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import muhafiz.inspect.FieldTerm;
import muhafiz.inspect.frame.Answer;
import muhafiz.inspect.frame.Question;
import muhafiz.sandbox.DocumentReader;
import muhafiz.sandbox.page.PictureCount;
import org.apache.tika.Tika;
import org.apache.tika.detect.DefaultDetector;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.UnsupportedFormatException;
import org.apache.tika.exception.ZeroByteFileException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.image.HeifParser;
import org.apache.tika.parser.image.ImageParser;
import org.apache.tika.parser.image.JpegParser;
import org.apache.tika.parser.image.TiffParser;
import org.apache.tika.parser.image.WebPParser;
import org.apache.tika.parser.mail.RFC822Parser;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.apache.tika.parser.pdf.PDFParser;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.apache.tika.parser.txt.TXTParser;
import org.apache.tika.parser.xml.DcXMLParser;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/** Asks Apache Tika what a document says about itself. */
public final class TikaReader implements DocumentReader {
    /** Above this a document is no file of one person; what is done with pages later must stay bounded. */
    private static final long MOST_PAGES = 10_000;

    /** A worker lives for one application, most of which are PDFs and pictures alone: what they do without is not made. */
    private static final class Others {
        static final Parser PARSER = new AutoDetectParser(new DefaultDetector(), parsers());

        private Others() {}
    }

    /** The office's kinds of file and no other: nothing here starts a program or opens a container's content. */
    private static Parser[] parsers() {
        return new Parser[] {
            new PDFParser(),
            new JpegParser(),
            new TiffParser(),
            new ImageParser(),
            new WebPParser(),
            new HeifParser(),
            new OfficeParser(),
            new OOXMLParser(),
            new RTFParser(),
            new RFC822Parser(),
            new TXTParser(),
            new DcXMLParser()
        };
    }

    /** What does not work is told before a document is waited for. */
    @Override
    public void warm() {
        for (Plain plain : Plain.values()) {
            plain.parser();
        }
    }

    @Override
    public Answer read(Question question, Path document) throws IOException, SAXException {
        if (Unpacked.isTooMuch(document)) {
            return new Answer.Refused("too-large");
        }
        Metadata metadata = new Metadata();
        metadata.set(Metadata.CONTENT_TYPE, question.mediaType());
        Optional<Plain> plain = Plain.of(document);
        plain.ifPresent(kind -> kind.note(metadata));
        Parser parser = plain.map(Plain::parser).orElseGet(() -> Others.PARSER);
        if (!plain.equals(Optional.of(Plain.PDF))) {
            // Its cache would be files. Asking for it looks for all that reads pictures, which a PDF's text can do
            // without.
            ImageIO.setUseCache(false);
        }
        try (TikaInputStream in = TikaInputStream.get(document)) {
            parse(parser, in, metadata);
            return answer(metadata, document);
        } catch (TikaException | RuntimeException e) {
            return new Answer.Refused(code(e));
        }
    }

    private static void parse(Parser parser, TikaInputStream in, Metadata metadata)
            throws IOException, SAXException, TikaException {
        Skimming skimming = new Skimming();
        try {
            parser.parse(in, skimming, metadata, context());
        } catch (IOException | SAXException | TikaException | RuntimeException e) {
            if (!skimming.hasSeenEnough()) {
                throw e;
            }
        }
    }

    private static ParseContext context() {
        PDFParserConfig pdf = new PDFParserConfig();
        pdf.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
        pdf.setExtractInlineImages(false);
        ParseContext context = new ParseContext();
        context.set(PDFParserConfig.class, pdf);
        context.set(EmbeddedDocumentExtractor.class, new NothingEmbedded());
        return context;
    }

    private static Answer answer(Metadata metadata, Path document) {
        Map<String, String> terms = MetadataMapping.terms(metadata);
        Optional<String> format = Optional.ofNullable(terms.get(FieldTerm.FORMAT.term()));
        if (isUnread(metadata)) {
            return new Answer.Refused("unsupported");
        }
        if (Long.parseLong(terms.getOrDefault(FieldTerm.PAGES.term(), "0")) > MOST_PAGES) {
            return new Answer.Refused("too-many-pages");
        }
        boolean isPicture = format.filter(f -> f.startsWith("image/")).isPresent();
        if (isPicture && !terms.containsKey(FieldTerm.WIDTH.term())) {
            return new Answer.Refused("damaged");
        }
        if (isPicture) {
            PictureCount.of(document).ifPresent(pages -> terms.put(FieldTerm.PAGES.term(), Integer.toString(pages)));
        }
        terms.putAll(PageLooks.terms(document));
        return new Answer.Found(terms, Bounded.raw(metadata), Tika.getString());
    }

    /** Tika hands what no parser takes to its EmptyParser. */
    private static boolean isUnread(Metadata metadata) {
        return Stream.of(metadata.getValues("X-TIKA:Parsed-By")).anyMatch(name -> name.endsWith(".EmptyParser"));
    }

    private static String code(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof EncryptedDocumentException) {
                return "encrypted";
            }
            if (cause instanceof ZeroByteFileException) {
                return "empty";
            }
            if (cause instanceof UnsupportedFormatException) {
                return "unsupported";
            }
            if (isBomb(cause)) {
                return "too-large";
            }
        }
        return "damaged";
    }

    /** Both Tika (SecureContentHandler) and POI (ZipSecureFile) have only words for it. */
    private static boolean isBomb(Throwable cause) {
        return String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT).contains("zip bomb");
    }

    /** What is inside a document stays inside it. */
    private static final class NothingEmbedded implements EmbeddedDocumentExtractor {
        @Override
        public boolean shouldParseEmbedded(Metadata metadata) {
            return false;
        }

        @Override
        public void parseEmbedded(InputStream in, ContentHandler handler, Metadata metadata, boolean outputHtml) {
            // Not opened.
        }
    }
}
