package dev.postrider.auth.password;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import org.junit.jupiter.api.Test;

class HashingTest {
    @Test
    void halfOfTheProcessorsAreLeftToTheRest() {
        assertThat(Hashing.threads(1), equalTo(1));
        assertThat(Hashing.threads(2), equalTo(1));
        assertThat(Hashing.threads(8), equalTo(4));
    }
}
