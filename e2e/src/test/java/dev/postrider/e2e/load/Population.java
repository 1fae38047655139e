package dev.postrider.e2e.load;

import dev.postrider.contracts.rule.ConversationId;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The people of all runs against one suite, and who talks to whom: everybody with the next few in a circle. */
public final class Population {
    private static final int NEIGHBOURS = 2;

    private final URI gateway;
    private final List<Account> people;
    private final List<Account> listeners;
    private final List<Account> others;
    private final Map<String, Set<String>> members = new LinkedHashMap<>();
    private final List<List<String>> conversationsOf = new ArrayList<>();

    private Population(URI gateway, List<Account> people, List<Account> listeners, List<Account> others) {
        this.gateway = gateway;
        this.people = people;
        this.listeners = listeners;
        this.others = others;
        for (int i = 0; i < people.size(); i++) {
            conversationsOf.add(new ArrayList<>());
        }
        for (int i = 0; i < people.size(); i++) {
            for (int step = 1; step <= NEIGHBOURS; step++) {
                talk(i, (i + step) % people.size());
            }
        }
    }

    public static Population of(URI gateway, int count) {
        return new Population(gateway, Account.register(gateway, count), List.of(), List.of());
    }

    /** The same people, and others who are connected and belong to no conversation. */
    public Population withListeners(int count) {
        return new Population(gateway, people, Account.register(gateway, count), List.of());
    }

    /** The same people, each signed in on a second device as well, with as many tabs on it as on the first. */
    public Population withSecondDevices() {
        return new Population(gateway, people, listeners, Account.onOtherDevices(people));
    }

    private void talk(int one, int other) {
        String a = people.get(one).id();
        String b = people.get(other).id();
        String conversation = ConversationId.direct(a, b).text();
        if (members.put(conversation, Set.of(a, b)) == null) {
            conversationsOf.get(one).add(conversation);
            conversationsOf.get(other).add(conversation);
        }
    }

    URI gateway() {
        return gateway;
    }

    List<Account> listeners() {
        return listeners;
    }

    /** The sessions of one person: one of each device. */
    List<Account> sessionsOf(int person) {
        return others.isEmpty() ? List.of(people.get(person)) : List.of(people.get(person), others.get(person));
    }

    /** Their ids, in that order. */
    public List<String> users() {
        return people.stream().map(Account::id).toList();
    }

    List<Account> people() {
        return people;
    }

    List<String> conversationsOf(int person) {
        return conversationsOf.get(person);
    }

    Map<String, Set<String>> members() {
        return members;
    }

    /** Who reads a conversation's pages for the checker. */
    Account readerOf(String conversation) {
        Set<String> both = members.getOrDefault(conversation, Set.of());
        return people.stream()
                .filter(one -> both.contains(one.id()))
                .findFirst()
                .orElseThrow();
    }
}
