package muhafiz.itest.stand;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSAuthEnvelopedDataParser;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.jcajce.JceKeyTransAuthEnvelopedRecipient;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;

/** Who receives what is handed over: a certificate, and the key that opens packages made for it. */
public record NationalArchive(String certificate, KeyPair keys) {
    /** With a fresh RSA key of so many bits. */
    public static NationalArchive withKeyOf(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            KeyPair keys = generator.generateKeyPair();
            Instant now = Instant.now();
            X500Principal name = new X500Principal("CN=National Archive");
            var holder = new JcaX509v3CertificateBuilder(
                            name,
                            BigInteger.ONE,
                            Date.from(now.minus(Duration.ofDays(1))),
                            Date.from(now.plus(Duration.ofDays(30))),
                            name,
                            keys.getPublic())
                    .build(new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate()));
            StringWriter pem = new StringWriter();
            try (PemWriter writer = new PemWriter(pem)) {
                writer.writeObject(new PemObject("CERTIFICATE", holder.getEncoded()));
            }
            return new NationalArchive(pem.toString(), keys);
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The form by which a package is asked for. */
    public String form() {
        return "{\"certificate\":\"" + certificate.replace("\r", "").replace("\n", "\\n") + "\"}";
    }

    /** The files of the package, by their names in it. */
    public Map<String, byte[]> open(byte[] parcel) {
        try {
            RecipientInformation recipient = new CMSAuthEnvelopedDataParser(new ByteArrayInputStream(parcel))
                    .getRecipientInfos()
                    .getRecipients()
                    .iterator()
                    .next();
            byte[] zip = recipient.getContent(
                    new JceKeyTransAuthEnvelopedRecipient(keys.getPrivate()).setProvider(new BouncyCastleProvider()));
            Map<String, byte[]> files = new TreeMap<>();
            try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
                for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    files.put(entry.getName(), in.readAllBytes());
                }
            }
            return files;
        } catch (CMSException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
