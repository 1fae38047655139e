package dev.postrider.e2e.suite;

import dev.postrider.contracts.topic.Topics;
import dev.postrider.stack.part.OutsideWorld;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;

/** What the broker does to old records, done to all of them at once. */
public final class Retention {
    private static final long LIMIT_SECONDS = 20;
    private static final long TO_THE_END = -1;

    private Retention() {}

    /** Every partition of the topic begins from now on where it ends. */
    public static void takesAll(OutsideWorld world, Topics topic) {
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", world.kafka().bootstrapServers()))) {
            Map<TopicPartition, RecordsToDelete> all = IntStream.range(0, topic.partitions())
                    .mapToObj(partition -> new TopicPartition(topic.topicName(), partition))
                    .collect(Collectors.toMap(Function.identity(), one -> RecordsToDelete.beforeOffset(TO_THE_END)));
            admin.deleteRecords(all).all().get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
