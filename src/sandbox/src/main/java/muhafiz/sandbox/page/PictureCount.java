package muhafiz.sandbox.page;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** How many pages a picture has, which its metadata does not say. */
public final class PictureCount {
    private PictureCount() {}

    /** Empty where no page of it can be drawn. */
    public static Optional<Integer> of(Path picture) {
        try (PicturePages pages = PicturePages.of(picture)) {
            return Optional.of(pages.count());
        } catch (IOException | UndrawableException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
