package muhafiz.service.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import muhafiz.service.config.ArchiveProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mail server is none, or one that cannot be listened to on the way. */
class MailServerTest {
    private static Optional<MailServer> of(Map<String, String> said) {
        Properties properties = new Properties();
        said.forEach((key, value) -> properties.put("mail.smtp." + key, value));
        return MailServer.of(new ArchiveProperties(properties), "mail.smtp");
    }

    @Test
    void withoutAHostThereIsNone() {
        assertThat(of(Map.of())).isEmpty();
        assertThat(of(Map.of("user", "somebody"))).isEmpty();
    }

    @Test
    void aHostAloneIsTalkedToEncryptedAtTheUsualPort() {
        assertThat(of(Map.of("host", "mail.example.org")))
                .contains(new MailServer("mail.example.org", 587, MailServer.Security.STARTTLS, Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "security, none, mail.smtp.security",
        "security, ssl, mail.smtp.security",
        "port, 70000, mail.smtp.port",
        "port, smtp, mail.smtp.port",
        "user, somebody, password-file",
        "password-file, /run/secret, password-file"
    })
    void whatCannotBeMeantIsNamed(String key, String value, String named) {
        assertThatThrownBy(() -> of(Map.of("host", "mail.example.org", key, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(named);
    }

    @Test
    void onlyThisMachineIsTalkedToInClear() {
        assertThat(of(Map.of("host", "127.0.0.1", "security", "none"))).isPresent();
        assertThatThrownBy(() -> of(Map.of("host", "127.evil.example", "security", "none")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
