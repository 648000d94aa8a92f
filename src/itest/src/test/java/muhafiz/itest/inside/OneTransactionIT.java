package muhafiz.itest.inside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;
import muhafiz.service.caller.Caller;
import muhafiz.service.casefile.CaseOpening;
import muhafiz.service.casefile.NewCase;
import muhafiz.service.casefile.NewParty;
import muhafiz.service.casefile.Opened;
import muhafiz.service.intake.Intake;
import muhafiz.service.intake.Upload;
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

/** Key, row, log entry and task of an act are there together or not at all. */
@ExtendWith(PartsFirst.class)
@ExtendWith(ArquillianExtension.class)
class OneTransactionIT {
    @Inject
    private CaseOpening opening;

    @Inject
    private Intake intake;

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
                .addClasses(OneTransactionIT.class, PartsFirst.class, Rows.class)
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
    void anApplicationThatIsRolledBackLeavesNothing() throws Exception {
        open();
        Map<String, Long> before = new Rows(database).counted();

        transaction.begin();
        open();
        transaction.rollback();

        assertEquals(before, new Rows(database).counted());
    }

    @Test
    void aDocumentThatIsRolledBackLeavesNoRowNoKeyNoLogEntryAndNoTask() throws Exception {
        String number = open().number();
        receive(number, "one");
        new Rows(database).awaitNothingToRead();
        Map<String, Long> before = new Rows(database).counted();

        transaction.begin();
        receive(number, "two");
        transaction.rollback();

        assertEquals(before, new Rows(database).counted());
    }

    @Test
    void aDocumentThatIsCommittedLeavesOneOfEach() throws Exception {
        String number = open().number();
        new Rows(database).awaitNothingToRead();
        Map<String, Long> before = new Rows(database).counted();

        transaction.begin();
        receive(number, "one");
        Map<String, Long> within = new Rows(database).counted();
        transaction.commit();

        for (String what : List.of("document", "keyring", "log_entry", "read-by-machine")) {
            assertNotEquals(before.get(what), within.get(what), what);
        }
        assertEquals(before.get("document") + 1, new Rows(database).counted().get("document"));
        assertEquals(within.get("keyring"), new Rows(database).counted().get("keyring"));
    }

    private Opened open() {
        NewParty applicant = new NewParty("applicant", Map.of("surname", "Quliyeva", "givenNames", "Aynur"));
        return opening.open(
                portal(),
                new NewCase(
                        Optional.of("WP"),
                        Optional.empty(),
                        "RD-1",
                        "portal",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(applicant)));
    }

    private void receive(String number, String word) throws Exception {
        byte[] pdf = ("%PDF-1.4\n% " + word + "\n%%EOF\n").getBytes(StandardCharsets.US_ASCII);
        Upload upload = new Upload(
                "passport",
                Optional.empty(),
                OptionalLong.of(pdf.length),
                Optional.empty(),
                Optional.of("key of " + word),
                Optional.empty(),
                new ByteArrayInputStream(pdf));
        intake.receive(portal(), number, upload);
    }

    private static Caller portal() {
        Caller.Request request = Caller.Request.from("127.0.0.0/24");
        return new Caller("portal", "portal", "", Optional.of("cabinet-1"), Caller.Assurance.L2, request);
    }
}
