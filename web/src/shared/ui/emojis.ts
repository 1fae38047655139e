/** The emoji offered; any other can be typed. */
export const emojis: readonly { readonly emoji: string; readonly name: string }[] = [
  { emoji: '👍', name: 'Thumbs up' }, { emoji: '❤️', name: 'Heart' }, { emoji: '😂', name: 'Tears of joy' }, { emoji: '🎉', name: 'Party' },
  { emoji: '😮', name: 'Surprise' }, { emoji: '😢', name: 'Sad' }, { emoji: '🙏', name: 'Thanks' }, { emoji: '👀', name: 'Eyes' },
  { emoji: '😀', name: 'Grin' }, { emoji: '🙂', name: 'Smile' }, { emoji: '😉', name: 'Wink' }, { emoji: '😊', name: 'Blush' },
  { emoji: '😍', name: 'In love' }, { emoji: '😎', name: 'Cool' }, { emoji: '🤔', name: 'Thinking' }, { emoji: '😅', name: 'Phew' },
  { emoji: '😴', name: 'Asleep' }, { emoji: '😭', name: 'Crying' }, { emoji: '😡', name: 'Angry' }, { emoji: '🤯', name: 'Mind blown' },
  { emoji: '🥳', name: 'Celebrating' }, { emoji: '🤝', name: 'Handshake' }, { emoji: '👏', name: 'Applause' }, { emoji: '💪', name: 'Strong' },
  { emoji: '👋', name: 'Wave' }, { emoji: '👎', name: 'Thumbs down' }, { emoji: '✅', name: 'Done' }, { emoji: '❌', name: 'No' },
  { emoji: '🔥', name: 'Fire' }, { emoji: '✨', name: 'Sparkles' }, { emoji: '🚀', name: 'Rocket' }, { emoji: '💡', name: 'Idea' },
  { emoji: '📯', name: 'Post horn' }, { emoji: '🐎', name: 'Horse' }, { emoji: '📬', name: 'Mail' }, { emoji: '☕', name: 'Coffee' },
  { emoji: '🍕', name: 'Pizza' }, { emoji: '🌧️', name: 'Rain' }, { emoji: '☀️', name: 'Sun' }, { emoji: '🌙', name: 'Moon' },
];
