package dev.postrider.bench.fill;

import dev.postrider.bench.people.Person;
import dev.postrider.contracts.rule.ConversationId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/** A direct conversation and its two people. */
public record Chat(String id, Person one, Person other) {

    /** So many of all pairs there are, drawn from the seed, in the order of the database's key. */
    public static List<Chat> among(List<Person> people, int count, long seed) {
        List<Chat> all = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            for (int k = i + 1; k < people.size(); k++) {
                Person one = people.get(i);
                Person other = people.get(k);
                all.add(new Chat(ConversationId.direct(one.id(), other.id()).text(), one, other));
            }
        }
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = all.size() - 1; i > 0; i--) {
            java.util.Collections.swap(all, i, random.nextInt(i + 1));
        }
        return all.stream().limit(count).sorted(Comparator.comparing(Chat::id)).toList();
    }
}
