package muhafiz.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchTest {
    @TempDir
    private Path folder;

    @Test
    void whatAKilledArchiveLeftIsGoneAtTheNextStart() throws IOException {
        Path left = Files.createDirectories(folder.resolve("room-9/deep"));
        Files.writeString(left.resolve("document"), "left");

        try (Scratch scratch = Scratch.open(folder)) {
            assertThat(left).doesNotExist();
            assertThat(scratch.room().path()).isEmptyDirectory();
        }
    }

    @Test
    void aRoomIsEmptiedWhoeverTriedToKeepUsOut() throws IOException {
        try (Scratch scratch = Scratch.open(folder)) {
            Scratch.Room room = scratch.room();
            Path shut = Files.createDirectory(room.path().resolve("shut"));
            Files.writeString(shut.resolve("document"), "left");
            Files.setPosixFilePermissions(shut, PosixFilePermissions.fromString("---------"));

            room.empty();

            assertThat(room.path()).doesNotExist();
        }
    }

    @Test
    void aLinkOutOfTheRoomIsRemovedAndNotFollowed() throws IOException {
        Path outside = Files.writeString(folder.resolve("outside"), "ours");
        try (Scratch scratch = Scratch.open(folder.resolve("memory"))) {
            Scratch.Room room = scratch.room();
            Files.createSymbolicLink(room.path().resolve("link"), outside);
            Files.createSymbolicLink(room.path().resolve("folder"), folder);

            room.empty();

            assertThat(outside).hasContent("ours");
        }
    }

    @Test
    void oneFolderServesOneArchive() {
        try (Scratch first = Scratch.open(folder)) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> Scratch.open(folder))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("another archive");
        }
        Scratch.open(folder).close();
    }
}
