package muhafiz.service.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.token.BlindToken;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.domain.letter.LetterKind;
import muhafiz.service.caller.Caller;
import muhafiz.service.casefile.CaseFields;
import muhafiz.service.casefile.CaseLookup;
import muhafiz.service.casefile.CaseRows;
import muhafiz.service.config.Statements;
import muhafiz.service.keys.ServiceKeys;
import muhafiz.service.letter.Letters;
import muhafiz.service.letter.Mail;

/**
 * Which e-mails have their file while their copy still lies in the mailbox, by tokens under the day's key: whoever is interrupted goes on
 * with the same file. Each call is a transaction.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class TakenMail {
    private static final String SPACE = "mail";
    private static final Duration KEPT = Duration.ofDays(2);

    private final Statements sql;
    private final Letters letters;
    private final CaseLookup lookup;
    private final CaseRows cases;
    private final CaseFields fields;
    private final ServiceKeys keys;
    private final InstantSource clock;

    @Inject
    TakenMail(
            DataSource database,
            Letters letters,
            CaseLookup lookup,
            CaseRows cases,
            CaseFields fields,
            ServiceKeys keys,
            InstantSource clock) {
        this.sql = new Statements(database);
        this.letters = letters;
        this.lookup = lookup;
        this.cases = cases;
        this.fields = fields;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * The number of this e-mail's file, opened now or before it was interrupted; empty where that file was destroyed meanwhile.
     *
     * @throws muhafiz.service.RefusedException where no such file may be opened
     */
    public Optional<String> number(Caller caller, LetterKind kind, byte[] message, Mail mail) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        sql.change("delete from archive.mail_taken where taken_at < ?", now.minus(KEPT));
        byte[] todays = token(today, message);
        Optional<UUID> begun = sql.first(
                "select case_id from archive.mail_taken where token in (?, ?)",
                row -> row.getObject(1, UUID.class),
                todays,
                token(today.minusDays(1), message));
        if (begun.isPresent()) {
            return cases.find(begun.get()).map(file -> fields.numberOf(file).toString());
        }
        String number = letters.open(caller, kind, mail).number();
        UUID file = lookup.find(number).map(CaseFile::id).orElseThrow();
        sql.change("insert into archive.mail_taken (token, case_id, taken_at) values (?, ?, ?)", todays, file, now);
        return Optional.of(number);
    }

    /** Its copy is gone from the mailbox. */
    public void isGone(byte[] message) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        sql.change(
                "delete from archive.mail_taken where token in (?, ?)",
                token(today, message),
                token(today.minusDays(1), message));
    }

    private byte[] token(LocalDate day, byte[] message) {
        try (LeafKey key = keys.idempotency(day)) {
            return BlindToken.of(key, SPACE, message);
        }
    }
}
