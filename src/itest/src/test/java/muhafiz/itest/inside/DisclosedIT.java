package muhafiz.itest.inside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import muhafiz.domain.disclosure.GroundCode;
import muhafiz.itest.stand.NationalArchive;
import muhafiz.service.caller.Caller;
import muhafiz.service.caller.Why;
import muhafiz.service.casefile.CaseOpening;
import muhafiz.service.casefile.NewCase;
import muhafiz.service.casefile.NewParty;
import muhafiz.service.disclosure.Disclosed;
import muhafiz.service.disclosure.DisclosureSweep;
import muhafiz.service.disclosure.Disclosures;
import muhafiz.service.disclosure.NewDisclosure;
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

/** What the register tells of a person, and to whom a change is to be told (DP-9, DIS-6, DIS-7). */
@ExtendWith(PartsFirst.class)
@ExtendWith(ArquillianExtension.class)
class DisclosedIT {
    @Inject
    private CaseOpening opening;

    @Inject
    private Intake intake;

    @Inject
    private Disclosures disclosures;

    @Inject
    private Disclosed disclosed;

    @Inject
    private DisclosureSweep sweep;

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
                .addClasses(DisclosedIT.class, PartsFirst.class, NationalArchive.class)
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
    void thePersonIsToldUnlessADatedSecrecyHolds() throws Exception {
        String number = open();
        receive(number);
        UUID document = UUID.fromString(last("select id from archive.document order by received_at desc limit 1"));
        UUID person = UUID.fromString(last("select p.subject_id from archive.case_party p join archive.document d"
                + " on d.case_id = p.case_id where d.id = '" + document + "'"));
        LocalDate review = LocalDate.now(ZoneId.of("Asia/Baku")).plusDays(10);
        Why why = new Why(Optional.of("P-CONTROL"), Optional.of(number));

        UUID id = disclosures
                .propose(control(), wish(document, new NewDisclosure.Hidden("an open investigation", review)), why)
                .id();
        last("insert into archive.disclosure_approval values ('" + id
                + "', 'somebody', 'supervisor', now()) returning role");
        assertEquals(List.of(), told(person), "nothing has left yet");
        disclosures.parcel(control(), id, why).writeTo(new ByteArrayOutputStream());

        assertEquals(List.of(), told(person), "the secrecy holds");
        last("update archive.disclosure set secret_until = '" + review.minusDays(10) + "' where id = '" + id
                + "' returning id");
        List<Disclosed.Given> told = told(person);
        assertEquals(1, told.size(), "its day has come");
        assertEquals(id, told.get(0).disclosure());
        assertEquals("Prosecutor", told.get(0).recipient().get("name"));
        assertEquals(List.of(document), told.get(0).documents());
        assertEquals(Set.of("surname"), told.get(0).fields());
        assertEquals(List.of(), told(UUID.randomUUID()), "of nobody else");

        transact(() -> {
            disclosed.changed(List.of(document), Disclosed.Because.CORRECTED);
            return true;
        });
        Disclosed.Waiting waiting = transact(() -> disclosed.waiting(1000)).stream()
                .filter(one -> one.disclosure().equals(id))
                .findFirst()
                .orElseThrow();
        assertEquals("corrected", waiting.because());
        assertEquals("AZE", waiting.recipient().get("country"));
        transact(() -> {
            disclosed.told(waiting);
            return true;
        });
        assertTrue(transact(() -> disclosed.waiting(1000)).stream().noneMatch(waiting::equals));
    }

    @Test
    void expiredPackagesLoseTheirKeyAndDisclosuresEndWithTheirClass() throws Exception {
        String number = open();
        receive(number);
        UUID document = UUID.fromString(last("select id from archive.document order by received_at desc limit 1"));
        Why why = new Why(Optional.of("P-CONTROL"), Optional.of(number));
        LocalDate review = LocalDate.now(ZoneId.of("Asia/Baku")).plusDays(10);
        UUID id = disclosures
                .propose(control(), wish(document, new NewDisclosure.Hidden("an open investigation", review)), why)
                .id();
        String row = " from archive.disclosure where id = '" + id + "'";
        sweep.sweep();
        assertEquals("true", last("select (packing is not null)::text" + row), "its time is not over");

        last("update archive.disclosure set until = now() - interval '1 second' where id = '" + id + "' returning id");
        assertTrue(sweep.sweep() >= 1);
        assertEquals("true", last("select (packing is null)::text" + row));

        // P5Y from the disclosure, and not before what was given has ended here (policy, RC-DISC).
        last("update archive.disclosure set disclosed_at = now() - interval '61 months' where id = '" + id
                + "' returning id");
        last("delete from archive.disclosure_item where disclosure_id = '" + id + "' returning disclosure_id");
        sweep.sweep();
        assertEquals("1", last("select count(*)" + row), "nobody stands behind the period yet");
        last("insert into archive.confirmed_period (rule, policy_version, source, confirmed_by, confirmed_at)"
                + " values ('RC-DISC', 1, 'a test', 'records', now()) returning rule");
        sweep.sweep();
        assertEquals("0", last("select count(*)" + row));
    }

    private List<Disclosed.Given> told(UUID person) throws Exception {
        return transact(() -> disclosed.to(person));
    }

    private <T> T transact(Callable<T> work) throws Exception {
        transaction.begin();
        T answer = work.call();
        transaction.commit();
        return answer;
    }

    private static NewDisclosure wish(UUID document, NewDisclosure.Hidden hidden) {
        return new NewDisclosure(
                GroundCode.D_LAW,
                new NewDisclosure.To(
                        Optional.of("Prosecutor"),
                        Optional.empty(),
                        Optional.of("An officer"),
                        Optional.of("AZE"),
                        Optional.empty(),
                        Optional.of(NationalArchive.withKeyOf(3072).certificate())),
                Map.of("authority", "Prosecutor", "caseNo", "7/2026", "scope", "passport"),
                Set.of(document),
                Set.of("surname"),
                Optional.of(hidden));
    }

    private String open() {
        NewParty applicant = new NewParty("applicant", Map.of("surname", "Məxfiyeva", "givenNames", "Aynur"));
        return opening.open(
                        portal(),
                        new NewCase(
                                Optional.of("REG"),
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
                                List.of(applicant)))
                .number();
    }

    private void receive(String number) throws Exception {
        byte[] pdf = "%PDF-1.4\n% secret\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
        Upload upload = new Upload(
                "passport",
                Optional.empty(),
                OptionalLong.of(pdf.length),
                Optional.empty(),
                Optional.of("key of a secret"),
                Optional.empty(),
                new ByteArrayInputStream(pdf));
        intake.receive(portal(), number, upload);
    }

    /** The first value of the last row, as background work sees it. */
    private String last(String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "select set_config('role', 'muhafiz_background', false), set_config('muhafiz.work', 'a test', false)");
            try (ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
            } finally {
                statement.execute("select set_config('role', 'none', false), set_config('muhafiz.work', '', false)");
            }
        }
        return values.get(values.size() - 1);
    }

    private static Caller portal() {
        Caller.Request request = Caller.Request.from("127.0.0.0/24");
        return new Caller("portal", "portal", "", Optional.of("cabinet-1"), Caller.Assurance.L2, request);
    }

    private static Caller control() {
        Caller.Request request = Caller.Request.from("127.0.0.0/24");
        return new Caller("control", "control_officer", "HQ", Optional.empty(), Caller.Assurance.L0, request);
    }
}
