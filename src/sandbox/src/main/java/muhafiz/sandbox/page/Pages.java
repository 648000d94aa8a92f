package muhafiz.sandbox.page;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A document of pages, opened. For one thread. Whatever else its methods throw means that it is damaged. */
public sealed interface Pages extends AutoCloseable permits PdfPages, PicturePages {
    /** More than that is no file of one person. */
    int MOST = 10_000;

    /** @throws UndrawableException {@code encrypted}, {@code damaged}, {@code too-many-pages}; {@code unsupported} where it is of another kind */
    static Pages open(Path document) throws IOException, UndrawableException {
        return isPdf(document) ? PdfPages.of(document) : PicturePages.of(document);
    }

    /** By its head, as readers of PDF find it: within the first 1,024 bytes. */
    private static boolean isPdf(Path document) throws IOException {
        try (InputStream in = Files.newInputStream(document)) {
            return new String(in.readNBytes(1_024), StandardCharsets.ISO_8859_1).contains("%PDF-");
        }
    }

    /** 1 to {@value #MOST}, as the document claims. */
    int count();

    /** Whether the page is a picture of a paper and nothing else, of no more pixels than that, which does not take long to decode. */
    boolean isScan(int page, long mostPixels) throws IOException;

    /**
     * The page as it is seen, upright and without transparency, as red, green and blue.
     *
     * @param page 1 to {@link #count}
     * @throws UndrawableException {@code too-large} where it has more pixels than are decoded
     */
    BufferedImage drawn(int page, Detail detail) throws IOException, UndrawableException;

    /** @throws UndrawableException {@code no-such-page} */
    default void require(int page) throws UndrawableException {
        if (page < 1 || page > count()) {
            throw new UndrawableException("no-such-page");
        }
    }

    @Override
    void close() throws IOException;
}
