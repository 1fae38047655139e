package dev.postrider.testkit.client;

/**
 * How a socket ended.
 *
 * @param code as in the contract; 1006 where the connection just broke
 */
public record Closing(int code, String reason) {
    static final int BROKEN = 1006;
}
