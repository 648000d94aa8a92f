package muhafiz.itest.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import muhafiz.itest.stand.Client;
import muhafiz.itest.stand.Forms;
import muhafiz.itest.stand.Lodged;
import muhafiz.itest.stand.Patience;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.itest.stand.SharedArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedArchive.class)
class VacancyIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    @Test
    void nothingStaysAssignedToABlockedUser(RunningArchive archive) {
        LogBook book = LogBook.bySuperuser(archive);
        RealmFolder realm = RealmFolder.of(archive);
        Lodged lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Boşqalanova"));
        String account = "leaver-" + UUID.randomUUID();
        String password = "leaves-" + UUID.randomUUID();
        realm.add(account, password, "case_officer", "unit:RD-1");
        assign(archive, lodged, account);
        Client leaver = archive.clientWith(account, password);
        leaver.get(lodged.path() + "?purpose=P-SERVICE").require(200);
        LogBook.Mark log = book.mark();

        realm.remove(account);
        book.execute("update archive.scheduled_tasks set execution_time = now() where task_name = 'sweeps'");

        Patience.until(SOON, "nothing is assigned to the account", () -> assigned(book, account) == 0);
        leaver.get(lodged.path() + "?purpose=P-SERVICE").require(401);
        assertThat(log.allSince())
                .anyMatch(entry -> entry.publicPart().action().equals("grant_change"))
                .anyMatch(entry -> entry.publicPart().action().equals("assign")
                        && entry.publicPart().rule().equals("archive.account-blocked"));
        archive.client("supervisor")
                .post(lodged.path() + "/assignment", form(account))
                .requireProblem(422, "officer-blocked");
        realm.add(account, password, "case_officer", "unit:RD-1");
        leaver.get(lodged.path() + "?purpose=P-SERVICE").requireProblem(404, "not-found");
    }

    private static void assign(RunningArchive archive, Lodged lodged, String account) {
        archive.client("supervisor")
                .post(lodged.path() + "/assignment", form(account))
                .require(204);
    }

    private static String form(String account) {
        return "{\"officer\":\"" + account + "\",\"reason\":\"desk\"}";
    }

    private static int assigned(LogBook book, String account) {
        int[] cases = new int[1];
        book.query(
                "select count(*) from archive.case_file where officer = '" + account + "'",
                row -> cases[0] = row.getInt(1));
        return cases[0];
    }
}
