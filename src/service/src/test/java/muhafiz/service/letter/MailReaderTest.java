package muhafiz.service.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import muhafiz.service.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailReaderTest {
    private static final String HEAD = "From: Nigar <nigar@example.org>\r\nTo: info@migration.gov.az\r\n";

    /** The layout is RFC 2046 §5.1; the encoded word RFC 2047 §2. */
    private static final String MIXED = HEAD
            + "Subject: =?UTF-8?B?"
            + Base64.getEncoder().encodeToString("Şikayət".getBytes(StandardCharsets.UTF_8))
            + "?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"b\"\r\n\r\n"
            + "--b\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
            + "Salam, h=C9=99rm=C9=99tli\r\n"
            + "--b\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename=\"sənəd.pdf\"\r\n"
            + "Content-Transfer-Encoding: base64\r\n\r\nJVBERi0xLjQK\r\n"
            + "--b\r\nContent-Type: message/rfc822\r\n\r\nSubject: inner\r\n\r\nleft whole\r\n--b--\r\n";

    private static Mail read(String message) {
        return MailReader.read(message.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aMailIsCutIntoTextAndAttachments() {
        Mail mail = read(MIXED);

        assertThat(mail.head().subject()).contains("Şikayət");
        assertThat(mail.head().from()).contains("nigar@example.org");
        assertThat(mail.text()).isEqualTo("Salam, hərmətli");
        assertThat(mail.attachments()).hasSize(2);
        assertThat(mail.attachments().get(0).bytes()).isEqualTo("%PDF-1.4\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(mail.attachments().get(0).fileName()).isPresent();
        assertThat(new String(mail.attachments().get(1).bytes(), StandardCharsets.UTF_8))
                .as("a mail within a mail is not opened")
                .contains("Subject: inner", "left whole");
        assertThat(mail.head().isAutomatic()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: auto-replied",
                "Auto-Submitted: auto-generated; owner=x",
                "Precedence: bulk",
                "Precedence: List",
                "Return-Path: <>",
                "List-Id: <news.example.org>",
                "X-Auto-Response-Suppress: All",
                "Content-Type: multipart/report; boundary=b"
            })
    void whatAMachineSentIsKnown(String field) {
        assertThat(read(field + "\r\n" + HEAD + "\r\nhello\r\n").head().isAutomatic())
                .isTrue();
    }

    @Test
    void aBounceIsKnownByItsSender() {
        assertThat(read("From: Mail <MAILER-DAEMON@mx.example.org>\r\n\r\nundeliverable\r\n")
                        .head()
                        .isAutomatic())
                .isTrue();
        assertThat(read("Auto-Submitted: no\r\n" + HEAD + "\r\nhello\r\n")
                        .head()
                        .isAutomatic())
                .isFalse();
    }

    @Test
    void partsAndDepthHaveLimits() {
        StringBuilder many = new StringBuilder(HEAD + "Content-Type: multipart/mixed; boundary=b\r\n\r\n");
        for (int part = 0; part <= MailReader.PARTS; part++) {
            many.append("--b\r\nContent-Type: text/plain\r\n\r\nx\r\n");
        }
        StringBuilder deep = new StringBuilder(HEAD);
        for (int level = 0; level <= MailReader.DEEPEST; level++) {
            deep.append("Content-Type: multipart/mixed; boundary=b")
                    .append(level)
                    .append("\r\n\r\n--b")
                    .append(level)
                    .append("\r\n");
        }

        assertThatThrownBy(() -> read(many + "--b--\r\n"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("parts");
        assertThatThrownBy(() -> read(deep + "\r\nx\r\n"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("levels");
        assertThatThrownBy(() -> read("X: y\r\n".repeat(10_000) + "\r\n")).isInstanceOf(RefusedException.class);
    }

    /** Whatever comes is read or refused; nothing else is thrown. */
    @Test
    void brokenMailsAreReadOrRefused() {
        long seed = 20261122;
        Random random = new Random(seed);
        byte[] good = MIXED.getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < 2000; round++) {
            byte[] broken = good.clone();
            for (int change = 0; change < 8; change++) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(MailReader.read(broken).attachments().size()).isLessThanOrEqualTo(MailReader.PARTS);
            } catch (RefusedException refused) {
                assertThat(refused.refusal().code()).isEqualTo("malformed");
            }
        }
    }
}
