package muhafiz.itest.fixity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import muhafiz.itest.access.Bucket;
import muhafiz.itest.access.LogBook;
import muhafiz.itest.access.Tasks;
import muhafiz.itest.stand.Forms;
import muhafiz.itest.stand.Lodged;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.itest.stand.Sample;
import muhafiz.itest.stand.SharedArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the store would not delete is asked for again when its time has come, and not before. */
@ExtendWith(SharedArchive.class)
class RemainingCiphertextIT {

    @Test
    void whatRemainedIsDeletedByASweepOnceItsTimeHasCome(RunningArchive archive) throws IOException {
        LogBook book = LogBook.of(archive);
        Lodged lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Qalıqova"));
        archive.portal().uploaded(lodged, "passport", Sample.pdf("any"));
        Path bucket =
                Bucket.of(archive).documents().get(0).getParent().getParent().getParent();
        String due = planted(bucket);
        String withoutDate = planted(bucket);
        String later = planted(bucket);
        remember(book, due, "now() - interval '1 hour'");
        remember(book, withoutDate, "null");
        remember(book, later, "now() + interval '1 day'");

        Tasks.run(book, "sweeps");

        assertThat(remaining(book)).containsExactly(later);
        assertThat(bucket.resolve(due)).doesNotExist();
        assertThat(bucket.resolve(withoutDate)).doesNotExist();
        assertThat(bucket.resolve(later)).exists();
        book.execute("delete from archive.remaining_ciphertext");
        Files.delete(bucket.resolve(later));
    }

    private static String planted(Path bucket) throws IOException {
        String name = UUID.randomUUID() + "/original/0";
        Path file = bucket.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[] {1, 2, 3});
        return name;
    }

    private static void remember(LogBook book, String name, String until) {
        book.execute("insert into archive.remaining_ciphertext (object, refused_at, remains_until) values ('" + name
                + "', now(), " + until + ")");
    }

    private static List<String> remaining(LogBook book) {
        List<String> names = new ArrayList<>();
        book.query("select object from archive.remaining_ciphertext", row -> names.add(row.getString(1)));
        return names;
    }
}
