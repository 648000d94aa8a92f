package muhafiz.itest.arrows;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static muhafiz.itest.arrows.Touch.any;
import static muhafiz.itest.arrows.Touch.constructor;
import static muhafiz.itest.arrows.Touch.method;
import static muhafiz.itest.arrows.Touch.oneOf;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.security.Key;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Security;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/** Who may hold randomness, ciphers, keys, ciphertext and plaintext (STYLE 22, 24). */
final class SecretBans {
    private final Places places;

    SecretBans(House house) {
        this.places = new Places(house);
    }

    /** Provider instances are passed; the JVM's list of providers is nobody's to change. */
    ArchRule providers() {
        return noClasses()
                .should()
                .accessTargetWhere(
                        method(Security.class, "addProvider", "insertProviderAt", "removeProvider", "setProperty"));
    }

    /** Chance is crypto's; the stand makes passwords before there is an archive, a witness elsewhere makes its own key. */
    ArchRule randomness() {
        return noClasses()
                .that(places.outside(Room.CRYPTO, Room.SANDBOX, Room.STAND))
                .and(not(places.named("verify.witness.WitnessKey")))
                .should()
                .accessTargetWhere(oneOf(List.of(
                        any(SecureRandom.class),
                        any(Random.class),
                        any(ThreadLocalRandom.class),
                        any(SplittableRandom.class),
                        any(RandomGenerator.class),
                        method(UUID.class, "randomUUID"),
                        method(Math.class, "random"))));
    }

    /** Ciphers are crypto's, and proof's for the sealed inside of a log leaf, which outsiders must be able to read. */
    ArchRule ciphers() {
        return noClasses()
                .that(places.outside(Room.CRYPTO, Room.PROOF))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javax.crypto..", "org.bouncycastle..");
    }

    /** Hashes are begun in crypto and proof, and by the classes named. */
    ArchRule hashes(String... named) {
        return noClasses()
                .that(places.outside(Room.CRYPTO, Room.PROOF))
                .and(not(places.named(named)))
                .should()
                .accessTargetWhere(method(MessageDigest.class, "getInstance"));
    }

    /** The store takes ciphertext by type, and only crypto makes it. */
    ArchRule makersOfCiphertext() {
        return noClasses()
                .that(places.outside(Room.CRYPTO))
                .should()
                .accessTargetWhere(constructor(places.in(Room.CRYPTO, "seal.Ciphertext")));
    }

    ArchRule constructorsOfCiphertext() {
        return constructors()
                .that()
                .areDeclaredIn(places.in(Room.CRYPTO, "seal.Ciphertext"))
                .should()
                .notBePublic();
    }

    /** Plaintext is opened by the classes named, each of which is reached through the log. */
    ArchRule openers(String... named) {
        return noClasses()
                .that(places.outside(Room.CRYPTO))
                .and(not(places.named(named)))
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName(places.in(Room.CRYPTO, "seal.Opener"));
    }

    /** A holder of roots has the six verbs, and hands out no key. */
    ArchRule rootsWithoutExport() {
        DescribedPredicate<JavaClass> holders = DescribedPredicate.describe(
                "hold roots", type -> type.isAssignableTo(places.in(Room.CRYPTO, "keys.RootKeys")));
        DescribedPredicate<JavaClass> keys = DescribedPredicate.describe(
                "a key",
                type -> type.isAssignableTo(Key.class)
                        || type.isAssignableTo(KeyStore.class)
                        || type.getName().equals(places.in(Room.CRYPTO, "keys.LeafKey")));
        return methods()
                .that()
                .areDeclaredInClassesThat(holders)
                .and()
                .doNotHaveModifier(JavaModifier.PRIVATE)
                .and()
                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                .should()
                .haveNameMatching("create|alive|wrap|unwrap|destroy|close|open|toString")
                .andShould()
                .notHaveRawReturnType(keys);
    }
}
