package muhafiz.itest.inside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.sql.ResultSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import muhafiz.domain.notice.NoticeState;
import muhafiz.service.caller.Caller;
import muhafiz.service.keys.Keyring;
import muhafiz.service.notice.Addressee;
import muhafiz.service.notice.Contact;
import muhafiz.service.notice.Delivery;
import muhafiz.service.notice.NoticeQuestion;
import muhafiz.service.notice.NoticeSweep;
import muhafiz.service.notice.NoticeView;
import muhafiz.service.notice.Notices;
import muhafiz.service.wall.OwnWork;
import muhafiz.stand.Checkout;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Notices that other use cases queue: to whom they know, such as a requester or a recipient. */
@ExtendWith(PartsFirst.class)
@ExtendWith(ArquillianExtension.class)
class QueuedNoticeIT {
    private static final Contact VERIFIED = new Contact(Optional.of("court@example.org"), Optional.empty(), true);

    @Inject
    private Notices notices;

    @Inject
    private Delivery delivery;

    @Inject
    private NoticeSweep sweep;

    @Inject
    private Keyring keyring;

    @Resource(lookup = "java:comp/UserTransaction")
    private UserTransaction transaction;

    @Resource(lookup = "java:jboss/datasources/ArchiveDS")
    private DataSource database;

    @Deployment
    static EnterpriseArchive theArchiveWithTests() {
        EnterpriseArchive ear = ShrinkWrap.createFromZipFile(
                EnterpriseArchive.class,
                Checkout.find()
                        .server()
                        .resolve("standalone/deployments/muhafiz.ear")
                        .toFile());
        WebArchive tests = ShrinkWrap.create(WebArchive.class, "itest.war")
                .addClasses(QueuedNoticeIT.class, PartsFirst.class)
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
        ear.addAsModule(Testable.archiveToTest(tests));
        ear.setApplicationXML(new StringAsset("""
                <application xmlns="https://jakarta.ee/xml/ns/jakartaee" version="10">
                  <module><web><web-uri>muhafiz-api.war</web-uri><context-root>/</context-root></web></module>
                  <module><web><web-uri>itest.war</web-uri><context-root>/itest</context-root></web></module>
                  <library-directory>lib</library-directory>
                </application>
                """));
        return ear;
    }

    @Test
    void aNoticeOfAnActThatIsRolledBackIsNone() throws Exception {
        UUID about = UUID.randomUUID();

        transaction.begin();
        queue(about, "recipient-destruction", Map.of());
        transaction.rollback();

        assertEquals("0", text("select count(*) from archive.notice where about_id = '" + about + "'"));
    }

    @Test
    void aContactIsForgottenOnceTheNoticeIsSent() throws Exception {
        UUID about = UUID.randomUUID();
        transaction.begin();
        UUID id =
                queue(about, "restriction-lifting", Map.of("on", "2026-12-01")).get(0);
        transaction.commit();
        String leaf = text("select leaf_id from archive.notice where id = '" + id + "'");

        NoticeView shown = delivery.page(portal(), question()).items().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
        delivery.came(portal(), id, new Delivery.Outcome(NoticeState.SENT, Optional.empty()));
        OwnWork.during("sweeps", () -> sweep.sweep());

        assertEquals(
                Optional.of("court@example.org"), shown.sendTo().orElseThrow().email());
        assertTrue(shown.text().body().contains("2026-12-01"));
        assertEquals(
                "0 sent",
                text("select num_nonnulls(leaf_id, sealed) || ' ' || state from archive.notice where id = '" + id
                        + "'"));
        transaction.begin();
        assertFalse(keyring.holds(UUID.fromString(leaf)));
        transaction.rollback();
    }

    @Test
    void whatANoticeTellsIsWhatItsTextAsksFor() throws Exception {
        transaction.begin();
        assertThrows(IllegalArgumentException.class, () -> queue(UUID.randomUUID(), "restriction-lifting", Map.of()));
        assertThrows(
                IllegalArgumentException.class, () -> queue(UUID.randomUUID(), "late", Map.of("surname", "Quliyeva")));
        assertThrows(IllegalArgumentException.class, () -> queue(UUID.randomUUID(), "greeting", Map.of()));
        transaction.rollback();
    }

    @Test
    void aUnitIsToldOnceUntilItLooks() throws Exception {
        Addressee unit = new Addressee.Unit("TC");
        transaction.begin();
        List<UUID> first = notices.queue("unit-pre-notice", unit, Map.of());
        List<UUID> again = notices.queue("unit-pre-notice", unit, Map.of());
        transaction.commit();

        assertEquals(1, first.size());
        assertEquals(List.of(), again);
        Caller training = new Caller(
                "training",
                "training_officer",
                "TC",
                Optional.empty(),
                Caller.Assurance.L0,
                Caller.Request.from("test"));
        assertTrue(delivery.page(training, question()).items().stream()
                .anyMatch(one -> one.id().equals(first.get(0))));
    }

    private List<UUID> queue(UUID about, String template, Map<String, String> facts) {
        return notices.queue(template, new Addressee.Known(about, VERIFIED, Set.of(), "en"), facts);
    }

    private static NoticeQuestion question() {
        return new NoticeQuestion(Optional.empty(), NoticeState.QUEUED, new UUID(0, 0), 500);
    }

    private static Caller portal() {
        return new Caller("portal", "portal", "", Optional.empty(), Caller.Assurance.L0, Caller.Request.from("test"));
    }

    private String text(String question) throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }
}
