package dev.postrider.bench.people;

/**
 * Somebody who takes part, signed in.
 *
 * @param token for some minutes
 */
public record Person(String id, String username, String token) {
    /** Without the token. */
    @Override
    public String toString() {
        return username;
    }
}
