package dev.postrider.e2e.faulty.agent;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.returns;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import java.lang.instrument.Instrumentation;
import java.nio.file.Path;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.matcher.ElementMatcher;

/** The agent: weaves {@link Spots} into the production classes when a service loads them. */
public final class Weaver {
    private Weaver() {}

    /** @param file names the variant and the seed */
    public static void premain(String file, Instrumentation instrumentation) {
        if (!System.getProperty("sun.java.command", "").contains("quarkus-run.jar")) {
            return;
        }
        Chance.begin(Path.of(file));
        Newer.begin(Path.of(file));
        AgentBuilder agent = new AgentBuilder.Default()
                .disableClassFormatChanges()
                .with(AgentBuilder.Listener.StreamWriting.toSystemError().withErrorsOnly());
        agent = weave(agent, "dev.postrider.chat.channel.ChannelFanout", named("deliver"), "Deliver");
        agent = weave(
                agent,
                "dev.postrider.chat.journal.KafkaJournal",
                named("append").and(takesArguments(2)),
                "Append");
        agent = weave(agent, "dev.postrider.chat.journal.KafkaJournal", named("send"), "Send");
        agent = weave(agent, "dev.postrider.chat.message.Acceptor", named("askHistory"), "Ask");
        agent = weave(agent, "dev.postrider.chat.message.Acceptor", named("accepted"), "Answered");
        agent = weave(agent, "dev.postrider.contracts.frame.LogCodec", named("write"), "Encode");
        agent = weave(agent, "dev.postrider.contracts.frame.LogCodec", named("read"), "Decode");
        agent = weave(
                agent,
                "dev.postrider.contracts.frame.FrameCodec",
                named("write").and(returns(byte[].class)),
                "Say");
        agent = weave(agent, "dev.postrider.contracts.frame.FrameCodec", named("readClient"), "Hear");
        agent = weave(agent, "dev.postrider.chat.session.ClientSession", named("greet"), "Greet");
        agent = weave(agent, "dev.postrider.history.fold.LogEvent", named("dead"), "Repeat");
        agent = weave(
                agent,
                "dev.postrider.contracts.rest.SyncAnswer$Changed",
                named("of").and(takesArguments(4)),
                "CatchUp");
        agent = weave(agent, "dev.postrider.chat.socket.FrameDispatch", named("handle"), "Handle");
        agent.installOn(instrumentation);
    }

    /** The code to copy goes by its name: its own class could not be loaded here, where production types are unknown. */
    private static AgentBuilder weave(
            AgentBuilder agent, String type, ElementMatcher<? super MethodDescription> method, String spot) {
        return agent.type(named(type))
                .transform(new AgentBuilder.Transformer.ForAdvice()
                        .include(Weaver.class.getClassLoader())
                        .advice(method, Weaver.class.getPackageName() + ".Spots$" + spot));
    }
}
