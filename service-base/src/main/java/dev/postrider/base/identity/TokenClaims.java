package dev.postrider.base.identity;

/** Names and fixed values inside our tokens. */
public final class TokenClaims {
    public static final String ISSUER = "postrider";
    public static final String AUDIENCE = "postrider";
    public static final String SESSION = "sid";
    public static final String TYPE = "typ";
    /** Space-separated, as in OAuth 2. */
    public static final String SCOPE = "scope";
    /** Username, shown name and colour of the avatar, for greeting somebody while auth-service is away. */
    public static final String USERNAME = "preferred_username";

    public static final String NAME = "name";
    public static final String COLOR = "color";
    public static final String BOT = "bot";
    /** Of a ticket: the second at which the access that it renews ends. */
    public static final String UNTIL = "until";

    public static final String ACCESS = "access";
    public static final String TICKET = "ticket";
    /** The scope of administrators. */
    public static final String ADMIN = "admin";

    private TokenClaims() {}
}
