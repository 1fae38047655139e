package dev.postrider.auth.key;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.PrivateKey;
import java.time.Instant;

/** A key of ours: public from the moment it exists, signing from {@code signsFrom} until a later one does. */
record SigningKey(String id, JsonNode publicJwk, PrivateKey secret, Instant signsFrom) {}
