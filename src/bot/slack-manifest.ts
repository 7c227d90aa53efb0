/** What an app at Slack must be: paste it, as JSON, where a new app is made from a manifest. */
export interface SlackManifest {
  display_information: { name: string; description: string; background_color: string }
  features: {
    app_home: {
      home_tab_enabled: boolean
      messages_tab_enabled: boolean
      messages_tab_read_only_enabled: boolean
    }
    bot_user: { display_name: string; always_online: boolean }
    slash_commands: {
      command: string
      url: string
      description: string
      usage_hint: string
      /** Whether people, channels and links come as signs that can be told from words. */
      should_escape: boolean
    }[]
  }
  oauth_config: { scopes: { bot: string[] } }
  settings: {
    event_subscriptions: { request_url: string; bot_events: string[] }
    interactivity: { is_enabled: boolean; request_url: string }
    org_deploy_enabled: boolean
    socket_mode_enabled: boolean
    token_rotation_enabled: boolean
  }
}

/** @param address of the site, `https://host`. */
export function slackManifest(address: string): SlackManifest {
  const at = (path: string) => new URL(path, address).href
  return {
    display_information: {
      name: 'Lectern',
      description: 'Answers questions about press briefings with the words of the speakers.',
      background_color: '#8a2b1d',
    },
    features: {
      // Without the tab, nobody can write to the bot alone.
      app_home: {
        home_tab_enabled: false,
        messages_tab_enabled: true,
        messages_tab_read_only_enabled: false,
      },
      bot_user: { display_name: 'Lectern', always_online: true },
      slash_commands: [
        {
          command: '/briefing',
          url: at('/bots/slack/command'),
          description: 'Find what was said at the briefings',
          usage_hint: 'speaker:name from:2025-01-01 question',
          should_escape: true,
        },
      ],
    },
    oauth_config: { scopes: { bot: ['app_mentions:read', 'chat:write', 'commands', 'im:history'] } },
    settings: {
      event_subscriptions: {
        request_url: at('/bots/slack/events'),
        // `message.channels` would deliver each mention a second time.
        bot_events: ['app_mention', 'message.im'],
      },
      interactivity: { is_enabled: true, request_url: at('/bots/slack/actions') },
      org_deploy_enabled: false,
      socket_mode_enabled: false,
      token_rotation_enabled: false,
    },
  }
}
