package dev.postrider.e2e.person;

import dev.postrider.e2e.schema.PublishedSchemas;
import dev.postrider.testkit.client.Answer;
import dev.postrider.testkit.client.ChatClient;
import dev.postrider.testkit.client.Rest;
import dev.postrider.testkit.client.Suite;
import java.net.URI;

/** Somebody with an account, signed in with a token; everything said to them is checked against the schemas. */
public final class Person {
    private final Suite suite;
    private ChatClient client;

    private Person(Suite suite, ChatClient client) {
        this.suite = suite;
        this.client = client;
    }

    /** A new account under {@code name} and some random characters. */
    public static Person registers(URI gateway, String name) {
        Suite suite = Suite.at(gateway.toString()).checkedBy(new PublishedSchemas());
        return new Person(suite, suite.signUp(name));
    }

    /** One of the installation's administrators, registered by whoever asks first, with a fresh session. */
    public static Person administrator(URI gateway, String username) {
        Suite suite = Suite.at(gateway.toString()).checkedBy(new PublishedSchemas());
        return new Person(suite, suite.signUpAs(username));
    }

    /** A fresh session; devices opened from now on use it. */
    public void signsIn() {
        client = suite.signIn(client.user().username());
    }

    /** A sign-in with the right password, whatever it is answered. */
    public Answer triesToSignIn() {
        return suite.triesToSignIn(client.user().username());
    }

    public String id() {
        return client.id();
    }

    /** The direct conversation of the two. */
    public String with(Person other) {
        return client.conversationWith(other.client);
    }

    public Rest rest() {
        return client.rest();
    }

    /** A device that goes through the gateway, as everybody's does. */
    public Device opens() {
        return opensAt(suite.url());
    }

    /** A device on a certain chat node, for scenarios that must know which. */
    public Device opensAt(URI node) {
        return Device.open(this, client, suite.url(), node);
    }
}
