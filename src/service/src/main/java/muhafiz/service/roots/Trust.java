package muhafiz.service.roots;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Which servers are believed. */
final class Trust {
    private Trust() {}

    /**
     * @param authorities PEM or DER certificates, the only ones believed; the platform's where there is no file
     * @throws IllegalArgumentException where the file holds no certificate
     */
    static SSLContext in(Optional<Path> authorities) {
        try {
            return authorities.isPresent() ? of(authorities.get()) : SSLContext.getDefault();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException(
                    "the ca-file of a holder of roots holds no certificates: " + authorities, e);
        }
    }

    private static SSLContext of(Path file) throws GeneralSecurityException, IOException {
        Collection<? extends Certificate> certificates;
        try (InputStream in = Files.newInputStream(file)) {
            certificates = CertificateFactory.getInstance("X.509").generateCertificates(in);
        }
        if (certificates.isEmpty()) {
            throw new IOException("empty");
        }
        KeyStore believed = KeyStore.getInstance("PKCS12");
        believed.load(null, null);
        for (Certificate certificate : certificates) {
            believed.setCertificateEntry(Integer.toString(believed.size()), certificate);
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(believed);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
