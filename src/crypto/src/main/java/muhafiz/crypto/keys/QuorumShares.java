package muhafiz.crypto.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import muhafiz.crypto.UnavailableException;

/** Shares as files of mode 0600 in a folder of mode 0700, one for each custodian to take away. */
public final class QuorumShares {
    private static final Duration RETRY = Duration.ofSeconds(30);
    private static final String SUFFIX = ".share";

    private QuorumShares() {}

    /**
     * Writes each share to a file of its own; durable on return. What lay there under the same names is overwritten.
     *
     * @throws UnavailableException where the folder cannot be written
     */
    public static void write(Path folder, Collection<QuorumShare> shares) {
        try (PrivateFolder taken = PrivateFolder.take(folder)) {
            for (QuorumShare share : shares) {
                taken.replace(name(share), share.written().getBytes(US_ASCII));
            }
        } catch (IOException e) {
            throw new UnavailableException("the folder for shares of the quorum cannot be written", RETRY, e);
        }
    }

    /**
     * All shares that lie in the folder.
     *
     * @throws IllegalArgumentException where a file is not a share
     * @throws IllegalStateException where others than the owner may touch a file
     * @throws UnavailableException where the folder cannot be read
     */
    public static List<QuorumShare> read(Path folder) {
        try (PrivateFolder taken = PrivateFolder.take(folder)) {
            List<QuorumShare> shares = new ArrayList<>();
            for (String file : files(folder)) {
                shares.add(QuorumShare.read(new String(taken.read(file), US_ASCII)));
            }
            return shares;
        } catch (IOException e) {
            throw new UnavailableException("the folder of the quorum's shares cannot be read", RETRY, e);
        }
    }

    /** Whether a share still lies in the folder. */
    public static boolean anyIn(Path folder) {
        try {
            return Files.isDirectory(folder) && !files(folder).isEmpty();
        } catch (IOException e) {
            throw new UnavailableException("the folder of the quorum's shares cannot be read", RETRY, e);
        }
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(SUFFIX))
                    .sorted()
                    .toList();
        }
    }

    private static String name(QuorumShare share) {
        return share.quorum() + "." + share.number() + "-of-" + share.of() + SUFFIX;
    }
}
