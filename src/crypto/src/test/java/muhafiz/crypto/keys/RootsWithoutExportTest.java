package muhafiz.crypto.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.security.Key;
import java.security.KeyStore;
import java.security.Provider;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No holder of roots has a way to give one out. */
class RootsWithoutExportTest {
    private static final Set<Class<?>> WAYS_OUT =
            Set.of(Key.class, KeyStore.class, KeyStore.Entry.class, LeafKey.class, Cipher.class, Provider.class);

    @Test
    void thePortHasSixVerbsOfWhichOnlyUnwrapReturnsASecret() {
        Map<String, Class<?>> verbs = new TreeMap<>();
        for (Method verb : RootKeys.class.getMethods()) {
            verbs.put(verb.getName(), verb.getReturnType());
        }

        assertThat(verbs)
                .isEqualTo(Map.of(
                        "create", void.class,
                        "alive", Set.class,
                        "wrap", byte[].class,
                        "unwrap", byte[].class,
                        "destroy", void.class,
                        "close", void.class));
    }

    @ParameterizedTest
    @ValueSource(classes = {BcfksRootKeys.class, Pkcs11RootKeys.class, VaultRootKeys.class})
    void aHolderShowsNothingButThePortAndHowToOpenIt(Class<?> holder) {
        assertThat(reachable(holder.getDeclaredMethods()).map(Method::getName))
                .containsOnly("open", "create", "alive", "wrap", "unwrap", "destroy", "close");
        assertThat(reachable(holder.getDeclaredConstructors()).map(Constructor::getName))
                .isEmpty();
        assertThat(Modifier.isFinal(holder.getModifiers())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(classes = {RootKeys.class, BcfksRootKeys.class, Pkcs11RootKeys.class, VaultRootKeys.class})
    void noSignatureSpeaksOfAKey(Class<?> holder) {
        assertThat(reachable(holder.getDeclaredMethods()).flatMap(RootsWithoutExportTest::types))
                .isNotEmpty()
                .allSatisfy(type -> assertThat(WAYS_OUT).noneMatch(way -> way.isAssignableFrom(type)));
    }

    private static Stream<Class<?>> types(Method method) {
        return Stream.concat(Stream.of(method.getReturnType()), Arrays.stream(method.getParameterTypes()));
    }

    private static <E extends Executable> Stream<E> reachable(E[] members) {
        return Arrays.stream(members)
                .filter(member -> !member.isSynthetic() && !Modifier.isPrivate(member.getModifiers()));
    }
}
