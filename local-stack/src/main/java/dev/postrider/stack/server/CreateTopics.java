package dev.postrider.stack.server;

/** A main class for installations that start everything else by other means: creates the missing topics and ends. */
public final class CreateTopics {
    private CreateTopics() {}

    /** @param args bootstrap servers, copies of each partition */
    public static void main(String[] args) {
        if (args.length != 2) {
            throw new IllegalArgumentException("needs: bootstrap servers, replication");
        }
        new KafkaCluster(args[0]).createTopics(Short.parseShort(args[1]));
    }
}
