package muhafiz.sandbox.page;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import muhafiz.inspect.frame.Answer;
import muhafiz.inspect.page.PageWish;
import muhafiz.inspect.page.PlacedWord;

/** Answers what is asked about one page. For one thread at a time. Anything thrown makes the document {@code damaged}. */
public final class Drawer {

    /** The page's pixels. */
    public Answer draw(PageWish wish, Path document) throws IOException {
        return answer(document, wish.page(), pages -> {
            BufferedImage seen = pages.drawn(wish.page(), Detail.ofEdge(wish.edge()));
            return new Answer.Drawn(pages.count(), seen.getWidth(), seen.getHeight(), rgb(seen));
        });
    }

    /** The page's words; a picture has none. */
    public Answer locate(int page, Path document) throws IOException {
        return answer(document, page, pages -> {
            List<PlacedWord> words =
                    pages instanceof PdfPages pdf ? WordPlaces.of(pdf.document(), page) : List.<PlacedWord>of();
            return new Answer.Located(pages.count(), words);
        });
    }

    private interface Asking {
        Answer of(Pages pages) throws IOException, UndrawableException;
    }

    private static Answer answer(Path document, int page, Asking asking) throws IOException {
        try (Pages pages = Pages.open(document)) {
            pages.require(page);
            return asking.of(pages);
        } catch (UndrawableException e) {
            return new Answer.Refused(e.code());
        }
    }

    private static byte[] rgb(BufferedImage seen) {
        int width = seen.getWidth();
        byte[] rgb = new byte[width * seen.getHeight() * 3];
        int[] row = new int[width];
        int at = 0;
        for (int y = 0; y < seen.getHeight(); y++) {
            for (int pixel : seen.getRGB(0, y, width, 1, row, 0, width)) {
                rgb[at++] = (byte) (pixel >> 16);
                rgb[at++] = (byte) (pixel >> 8);
                rgb[at++] = (byte) pixel;
            }
        }
        return rgb;
    }
}
