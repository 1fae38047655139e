package dev.postrider.testkit.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.Test;

class TestTokensTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void tokenIsGenuineByTheServedKeySet() throws Exception {
        String user = TestTokens.newUser();
        String token = TestTokens.access(user);

        JsonWebSignature signature = new JsonWebSignature();
        signature.setCompactSerialization(token);
        signature.setKey(new JsonWebKeySet(get("/api/auth/jwks.json"))
                .getJsonWebKeys()
                .getFirst()
                .getKey());

        assertTrue(signature.verifySignature());
        assertEquals(user, claims(token).path("sub").textValue());
        assertEquals("access", claims(token).path("typ").textValue());
    }

    @Test
    void everyWellFormedIdIsAKnownUserUntilForgotten() throws IOException {
        String known = TestTokens.newUser();
        String forgotten = TestTokens.newUser();
        TestTokens.forget(forgotten);

        JsonNode users = MAPPER.readTree(get("/internal/users?ids=" + known + "," + forgotten + ",nobody"))
                .path("users");

        assertEquals(1, users.size());
        assertEquals(known, users.path(0).path("id").textValue());
    }

    private static JsonNode claims(String token) throws IOException {
        return MAPPER.readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
    }

    private static String get(String path) throws IOException {
        try (var in = URI.create(TestTokens.url() + path).toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
