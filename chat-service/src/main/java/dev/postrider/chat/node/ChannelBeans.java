package dev.postrider.chat.node;

import dev.postrider.base.KafkaSettings;
import dev.postrider.chat.ChatConfig;
import dev.postrider.chat.channel.ChannelFanout;
import dev.postrider.chat.channel.ChannelReceiver;
import dev.postrider.chat.channel.ChannelThread;
import dev.postrider.chat.channel.Deliveries;
import dev.postrider.chat.channel.Fanout;
import dev.postrider.chat.channel.FreshGate;
import dev.postrider.chat.channel.Incarnations;
import dev.postrider.chat.channel.KafkaChannelPublisher;
import dev.postrider.chat.channel.KafkaControlLog;
import dev.postrider.chat.channel.LoopTasks;
import dev.postrider.chat.channel.ServedChannels;
import dev.postrider.chat.channel.TableLoop;
import dev.postrider.chat.journal.Producers;
import dev.postrider.chat.session.Sessions;
import dev.postrider.chat.time.Ticker;
import dev.postrider.chat.time.Timers;
import dev.postrider.contracts.rule.Ulids;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;

/** The parts that bring events to sessions. */
class ChannelBeans {
    private static final int LANES = Math.max(2, Runtime.getRuntime().availableProcessors());

    @Produces
    @Singleton
    Sessions sessions() {
        return new Sessions();
    }

    @Produces
    @Singleton
    Incarnations incarnations(Clock clock) {
        SecureRandom random = new SecureRandom();
        return new Incarnations(() -> Ulids.next(clock.millis(), random));
    }

    @Produces
    @Singleton
    LoopTasks loopTasks() {
        return new LoopTasks();
    }

    @Produces
    @Singleton
    KafkaControlLog controlLog(KafkaSettings kafka) {
        return new KafkaControlLog(kafka);
    }

    @Produces
    @Singleton
    TableLoop table(Incarnations incarnations, ChatConfig config, KafkaControlLog log, Ticker ticker) {
        ChatConfig.Channel channel = config.channel();
        return new TableLoop(
                incarnations,
                config.node().orElseGet(HostName::get),
                log,
                ticker,
                new TableLoop.Times(
                        channel.freshFor(),
                        channel.sayEvery(),
                        channel.goneAfter(),
                        config.window().sureAfter()));
    }

    @Produces
    @Singleton
    ServedChannels servedChannels(TableLoop table) {
        return new ServedChannels(table);
    }

    @Produces
    @Singleton
    FreshGate freshGate(TableLoop table) {
        return new FreshGate(table);
    }

    @Produces
    @Singleton
    KafkaChannelPublisher publisher(KafkaSettings kafka, ChatConfig config, Incarnations incarnations) {
        ChatConfig.Journal journal = config.journal();
        return new KafkaChannelPublisher(kafka, Producers.durable(journal), journal.queueMax(), incarnations);
    }

    @Produces
    @Singleton
    DeliveryLanes lanes() {
        return new DeliveryLanes(LANES);
    }

    @Produces
    @Singleton
    ChannelFanout.Edges edges(DeliveryLanes lanes, Ticker ticker, Timers timers, Deliveries deliveries) {
        return new ChannelFanout.Edges(lanes, ticker, timers, deliveries);
    }

    @Produces
    @Singleton
    Fanout fanout(
            TableLoop table,
            FreshGate gate,
            Sessions sessions,
            KafkaChannelPublisher publisher,
            ChannelFanout.Edges edges,
            ChatConfig config) {
        return new ChannelFanout(table, gate, sessions, publisher, edges, config.logEpoch());
    }

    @Produces
    @Singleton
    ChannelReceiver receiver(Incarnations incarnations, Sessions sessions, Deliveries deliveries) {
        return new ChannelReceiver(incarnations, sessions, deliveries);
    }

    @Produces
    @Singleton
    ChannelThread channelThread(KafkaSettings kafka, ChannelReceiver receiver, TableLoop table, LoopTasks loop) {
        return new ChannelThread(kafka, receiver, () -> loop.execute(table::lapse));
    }
}
