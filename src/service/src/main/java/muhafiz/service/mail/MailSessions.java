package muhafiz.service.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.Service;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** Ways to mail servers: encrypted, with the server's name checked, and never for longer than an operator's patience. */
@ApplicationScoped
class MailSessions {
    private final MailSettings settings;

    @Inject
    MailSessions(MailSettings settings) {
        this.settings = settings;
    }

    /**
     * A session for one connection.
     *
     * @param protocol {@code smtp} or {@code imap}
     * @param more properties without their prefix, such as {@code peek}
     * @throws MessagingException where the certificates that are to be believed cannot be read
     */
    Session to(MailServer server, String protocol, Properties more) throws MessagingException {
        String scheme = server.security() == MailServer.Security.TLS ? protocol + "s" : protocol;
        String prefix = "mail." + scheme + ".";
        Properties properties = new Properties();
        properties.put("mail.transport.protocol", scheme);
        properties.put("mail.store.protocol", scheme);
        String millis = Long.toString(settings.patience().toMillis());
        for (String limit : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.put(prefix + limit, millis);
        }
        properties.put(prefix + "auth", Boolean.toString(server.login().isPresent()));
        properties.put(prefix + "ssl.checkserveridentity", "true");
        properties.put(prefix + "ssl.protocols", "TLSv1.3 TLSv1.2");
        if (server.security() == MailServer.Security.STARTTLS) {
            properties.put(prefix + "starttls.enable", "true");
            properties.put(prefix + "starttls.required", "true");
        }
        if (settings.trusted().isPresent()) {
            properties.put(
                    prefix + "ssl.socketFactory", believing(settings.trusted().get()));
        }
        more.forEach((name, value) -> properties.put(prefix + name, value));
        return Session.getInstance(properties);
    }

    /** Connects, as whoever the operator says. */
    static void connect(Service service, MailServer server) throws MessagingException {
        String user = server.login().map(MailServer.Login::user).orElse(null);
        String password =
                server.login().map(login -> login.password().content()).orElse(null);
        service.connect(server.host(), server.port(), user, password);
    }

    private static SSLSocketFactory believing(Path pem) throws MessagingException {
        try (InputStream in = Files.newInputStream(pem)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("trusted-" + store.size(), one);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (IOException | GeneralSecurityException e) {
            throw new MessagingException("the certificates of mail.trusted cannot be read", e);
        }
    }
}
