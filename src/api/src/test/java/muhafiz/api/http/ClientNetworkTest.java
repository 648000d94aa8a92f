package muhafiz.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Addresses for documentation (RFC 5737, RFC 3849) and forms of RFC 4291 §2.2. */
class ClientNetworkTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.17, 192.0.2.0/24",
        "198.51.100.255, 198.51.100.0/24",
        "::ffff:192.0.2.17, 192.0.2.0/24",
        "2001:db8:0:12ff:8:800:200c:417a, 2001:db8:0:1200::/56",
        "2001:DB8::8:800:200C:417A, 2001:db8:0:0::/56",
        "0:0:0:0:0:0:0:1, 0:0:0:0::/56",
        "::1, 0:0:0:0::/56",
        "fe80::1%eth0, fe80:0:0:0::/56",
        "::1234:5678:9abc:def0:1:2:3, 0:1234:5678:9a00::/56",
    })
    void manyAddressesAreOneNetwork(String address, String network) {
        assertThat(ClientNetwork.of(address)).isEqualTo(network);
    }
}
