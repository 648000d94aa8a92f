package muhafiz.sandbox.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.image.ImageParser;
import org.apache.tika.parser.image.JpegParser;
import org.apache.tika.parser.image.TiffParser;
import org.apache.tika.parser.pdf.PDFParser;

/** Kinds whose first bytes tell them from all others. Their parser is asked at once; Tika's way of finding out costs more than most reading. */
enum Plain {
    PDF("application/pdf", new PDFParser(), "255044462d"),
    JPEG("image/jpeg", new JpegParser(), "ffd8ff"),
    PNG("image/png", new ImageParser(), "89504e470d0a1a0a"),
    TIFF("image/tiff", new TiffParser(), "49492a00", "4d4d002a");

    private static final int LONGEST = 8;

    private final String mediaType;
    private final Parser parser;
    private final byte[][] beginnings;

    Plain(String mediaType, Parser parser, String... beginnings) {
        this.mediaType = mediaType;
        this.parser = parser;
        this.beginnings = Stream.of(beginnings).map(HexFormat.of()::parseHex).toArray(byte[][]::new);
    }

    static Optional<Plain> of(Path document) throws IOException {
        try (InputStream in = Files.newInputStream(document)) {
            byte[] first = in.readNBytes(LONGEST);
            return Stream.of(values()).filter(kind -> kind.begins(first)).findFirst();
        }
    }

    private boolean begins(byte[] first) {
        return Stream.of(beginnings)
                .anyMatch(beginning -> first.length >= beginning.length
                        && Arrays.equals(first, 0, beginning.length, beginning, 0, beginning.length));
    }

    Parser parser() {
        return parser;
    }

    /** Says what Tika says where it finds out itself. */
    void note(Metadata metadata) {
        metadata.set(Metadata.CONTENT_TYPE, mediaType);
        metadata.add(TikaCoreProperties.TIKA_PARSED_BY, parser.getClass().getName());
    }
}
