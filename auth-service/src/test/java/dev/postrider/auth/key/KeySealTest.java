package dev.postrider.auth.key;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class KeySealTest {
    private static final byte[] PLAIN = {1, 2, 3};
    private final KeySeal seal = new KeySeal("one secret of more than thirty-two characters");

    @Test
    void whatWasSealedOpensWithTheSameSecretAndId() {
        assertArrayEquals(PLAIN, seal.open(seal.seal(PLAIN, "key-1"), "key-1"));
    }

    @Test
    void anotherSecretIsRefusedByTheNameOfTheProperty() {
        KeySeal other = new KeySeal("another secret of more than thirty-two characters");
        String sealed = other.seal(PLAIN, "key-1");
        assertEquals(
                "A signing key cannot be opened with auth.key-encryption-secret.",
                assertThrows(IllegalStateException.class, () -> seal.open(sealed, "key-1"))
                        .getMessage());
    }

    @Test
    void aSealedKeyIsBoundToItsId() {
        String sealed = seal.seal(PLAIN, "key-1");
        assertThrows(IllegalStateException.class, () -> seal.open(sealed, "key-2"));
    }

    @Test
    void aShortSecretDoesNotStart() {
        assertThrows(IllegalStateException.class, () -> new KeySeal("short"));
    }
}
