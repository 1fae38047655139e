package dev.postrider.chat.node;

import dev.postrider.chat.channel.ChannelThread;
import dev.postrider.chat.channel.LoopTasks;
import dev.postrider.chat.channel.TableLoop;
import dev.postrider.chat.channel.TableThread;
import jakarta.inject.Singleton;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The two threads that read: the table of channels, and the channels. */
@Singleton
class Readers {
    private static final int LEAVE_SECONDS_MAX = 2;

    private final TableThread tableThread;
    private final ChannelThread channelThread;
    private final TableLoop table;
    private final LoopTasks loop;

    Readers(TableThread tableThread, ChannelThread channelThread, TableLoop table, LoopTasks loop) {
        this.tableThread = tableThread;
        this.channelThread = channelThread;
        this.table = table;
        this.loop = loop;
    }

    void start() {
        channelThread.start();
        tableThread.start();
    }

    /** Tells the others, on the loop, that this node is gone. Waits a little for the loop to do so. */
    void leave() throws InterruptedException {
        CountDownLatch said = new CountDownLatch(1);
        loop.execute(() -> {
            table.leave();
            said.countDown();
        });
        if (!said.await(LEAVE_SECONDS_MAX, TimeUnit.SECONDS)) {
            org.jboss.logging.Logger.getLogger(Readers.class)
                    .warn("The channel loop does not answer; others will find this node silent.");
        }
    }

    void close() {
        tableThread.close();
        channelThread.close();
    }
}
