package muhafiz.itest.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import muhafiz.itest.stand.Answer;
import muhafiz.itest.stand.Client;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.itest.stand.SharedArchive;
import muhafiz.proof.log.LogLeaf;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What takes two persons, shown on the emergency rotation (policy: emergency_rotation, two_custodians). */
@ExtendWith(SharedArchive.class)
class ApproverIT {
    private static final String ROTATIONS = "/api/v1/keys/rotations";
    private static final String CONFIRMATIONS = ROTATIONS + "/confirmations";
    private static final String EMERGENCY = "{\"emergency\":true}";
    private static final String CUSTODIAN = "key_custodian";

    private final String account = "custodian-" + UUID.randomUUID();
    private String password = "first-" + UUID.randomUUID();
    private RealmFolder realm;
    private LogBook book;

    @BeforeEach
    void asked(RunningArchive archive) {
        realm = RealmFolder.of(archive);
        book = LogBook.bySuperuser(archive);
        archive.client("custodian").post(ROTATIONS, EMERGENCY).requireProblem(409, "two-custodians");
        realm.add(account, password, CUSTODIAN);
    }

    @AfterEach
    void settle() {
        realm.remove(account);
        book.execute("delete from archive.custody_request");
    }

    @Test
    void whoWasThereFromTheFirstDayApprovesAtOnce(RunningArchive archive) {
        archive.client("custodian2").post(CONFIRMATIONS, EMERGENCY).require(200);
    }

    @Test
    void anAccountThatIsNewApprovesNothingForADayAndThatItIsNewIsAnEntry(RunningArchive archive) {
        LogBook.Mark log = book.mark();

        Answer refused = confirm(archive).requireProblem(409, "approver-changed");

        assertThat(Instant.parse(refused.json().getString("until")))
                .isAfter(Instant.now().plus(Duration.ofHours(23)))
                .isBefore(Instant.now().plus(Duration.ofHours(25)));
        assertThat(changes(log)).hasSize(1);
        aDayPasses();
        confirm(archive).require(200);
    }

    @Test
    void anotherPasswordOrRoleBeginsTheDayAnewAndIsAnEntry(RunningArchive archive) {
        confirm(archive).requireProblem(409, "approver-changed");
        aDayPasses();
        LogBook.Mark log = book.mark();

        password = "other-" + UUID.randomUUID();
        realm.setPassword(account, password);
        confirm(archive).requireProblem(409, "approver-changed");
        aDayPasses();
        realm.setRoles(account, CUSTODIAN, "unit:HQ");
        confirm(archive).requireProblem(409, "approver-changed");

        assertThat(changes(log)).hasSize(2);
    }

    @Test
    void aRefusedApprovalIsAnEntryAndApprovesNothing(RunningArchive archive) {
        LogBook.Mark log = book.mark();

        confirm(archive).requireProblem(409, "approver-changed");

        assertThat(log.since()).extracting(entry -> entry.publicPart().action()).containsExactly("denied");
        archive.client("custodian2").post(CONFIRMATIONS, EMERGENCY).require(200);
    }

    private Answer confirm(RunningArchive archive) {
        Client client = archive.clientWith(account, password);
        return client.post(CONFIRMATIONS, EMERGENCY);
    }

    private void aDayPasses() {
        book.execute("update archive.identity set changed_at = changed_at - interval '24 hours' where account = '"
                + account + "'");
    }

    private static List<LogLeaf> changes(LogBook.Mark log) {
        return log.allSince().stream()
                .filter(entry -> entry.publicPart().action().equals("grant_change"))
                .toList();
    }
}
